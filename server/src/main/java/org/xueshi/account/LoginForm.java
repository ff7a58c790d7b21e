package org.xueshi.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.xueshi.platform.ChallengeAnswer;
import org.xueshi.platform.Role;

/**
 * A login as the sources' form has it: 用户类型, 账户, 密码, 验证码.
 *
 * @param role which kind of user one wants to be
 */
record LoginForm(
        @NotNull(message = "请选择用户类型") Role role,

        @NotBlank(message = "请输入身份证号") @Size(max = 40, message = "身份证号不正确")
        String login,

        @NotBlank(message = "请输入密码") @Size(max = 128, message = "密码不正确")
        String password,

        @NotNull(message = "请输入验证码") @Valid ChallengeAnswer challenge) {

    @Override
    public String toString() {
        return "LoginForm[" + role + "]";
    }
}
