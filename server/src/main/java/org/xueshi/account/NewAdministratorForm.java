package org.xueshi.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.xueshi.person.DocumentType;
import org.xueshi.platform.Role;

/** A new administrator of an organization, or of the system. */
record NewAdministratorForm(
        @NotNull(message = "请选择角色") Role role,
        @Nullable Long organizationId,

        @NotBlank(message = "请填写姓名") @Size(max = 50, message = "姓名不得超过50字")
        String name,

        @NotNull(message = "请选择证件类型") DocumentType documentType,

        @NotBlank(message = "请填写证件号") @Size(max = 40, message = "证件号不正确")
        String documentNumber,

        @NotBlank(message = "请填写手机号") @Size(max = 20, message = "手机号不正确")
        String phone,

        @NotBlank(message = "请填写电子邮箱") @Size(max = 100, message = "电子邮箱不得超过100字") @Email(message = "电子邮箱格式不正确")
        String email) {

    @Override
    public String toString() {
        return "NewAdministratorForm[" + role + "]";
    }
}
