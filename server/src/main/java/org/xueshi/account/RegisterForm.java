package org.xueshi.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.xueshi.person.ApplicationForm;
import org.xueshi.platform.ChallengeAnswer;
import org.xueshi.platform.Challenged;

/**
 * 注册: the application and the account's password.
 *
 * @param existingUser 如果已是本系统用户,请勾选复选框: then the password is the account's, and is not set but checked
 * @param uploadToken under which the photo was uploaded
 */
record RegisterForm(
        @NotNull @Valid ApplicationForm application,
        boolean existingUser,

        @NotBlank(message = "请输入密码") @Size(max = 128, message = "密码不正确")
        String password,

        @Nullable @Size(max = 80) String uploadToken,
        @NotNull(message = "请输入验证码") @Valid ChallengeAnswer challenge)
        implements Challenged {

    @Override
    public String toString() {
        return "RegisterForm";
    }
}
