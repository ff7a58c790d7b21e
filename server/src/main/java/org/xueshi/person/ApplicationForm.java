package org.xueshi.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it is typed (B03–B12).
 *
 * @param documentNumber 证件号
 * @param landline 固定电话
 * @param titleLevel NONE for 没有职称人员选择其他
 */
public record ApplicationForm(
        @NotNull(message = "请选择所在单位") Long employerId,
        @NotNull(message = "请选择人员类别") PersonCategory category,

        @NotBlank(message = "请填写姓名") @Size(max = 50, message = "姓名不得超过50字")
        String name,

        @NotNull(message = "请选择证件类型") DocumentType documentType,

        @NotBlank(message = "请填写证件号") @Size(max = 40, message = "证件号不正确")
        String documentNumber,

        @NotBlank(message = "请填写手机号") @Size(max = 20, message = "手机号不正确")
        String phone,

        @NotBlank(message = "请填写电子邮箱") @Size(max = 100, message = "电子邮箱不得超过100字") @Email(message = "电子邮箱格式不正确")
        String email,

        @Nullable @Size(max = 30, message = "固定电话不得超过30字") String landline,
        @Nullable @Size(max = 60, message = "所属工作部门不得超过60字") String department,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String ethnicGroup,
        @Nullable String nativePlace,
        @Nullable String education,
        @Nullable @Size(max = 100, message = "毕业院校不得超过100字") String school,
        @Nullable @Size(max = 100, message = "所学专业不得超过100字") String major,
        @Nullable LocalDate graduatedOn,
        @Nullable String titleLevel,
        @Nullable String titleSeries,
        @Nullable @Size(max = 60, message = "职称不得超过60字") String title,
        @Nullable LocalDate titleSince,
        @Nullable UUID photo) {

    @Override
    public String toString() {
        return "ApplicationForm[" + category + "]";
    }
}
