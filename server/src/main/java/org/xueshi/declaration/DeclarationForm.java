package org.xueshi.declaration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as it is typed.
 *
 * @param year 计入年度
 * @param subject 计入科目
 * @param form 学习形式
 * @param fields the form's own fields, by code, as text
 * @param claimedHours 申请学时
 * @param version of the declaration that was read; null for a new one
 */
record DeclarationForm(
        @NotBlank(message = "请选择培训制度") @Size(max = 40) String scheme,
        @NotNull(message = "请选择计入年度") Integer year,
        @NotBlank(message = "请选择计入科目") @Size(max = 40) String subject,
        @NotBlank(message = "请选择学习形式") @Size(max = 40) String form,
        @NotNull @Size(max = 60) Map<String, String> fields,
        @Nullable BigDecimal claimedHours,
        @NotNull @Size(max = 20, message = "附件过多") List<@Valid Evidence> evidence,
        @Nullable Integer version) {}
