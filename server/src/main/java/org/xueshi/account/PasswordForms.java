package org.xueshi.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.xueshi.platform.ChallengeAnswer;
import org.xueshi.platform.Challenged;

/** What is typed to change or reset a password; none of it is ever printed. */
final class PasswordForms {

    private PasswordForms() {}

    /** 修改密码. */
    record ChangePasswordForm(
            @NotBlank(message = "请输入原始密码") @Size(max = 128) String oldPassword,
            @NotBlank(message = "请输入新密码") @Size(max = 128) String password) {

        @Override
        public String toString() {
            return "ChangePasswordForm";
        }
    }

    /** 忘记登录密码: ask for a code. */
    record ForgotPasswordForm(
            @NotBlank(message = "请输入身份证号") @Size(max = 40) String login,

            @NotBlank(message = "请输入注册时的邮箱") @Email(message = "电子邮箱格式不正确") @Size(max = 100)
            String email,

            @NotBlank(message = "请输入注册时的手机号") @Size(max = 20)
            String phone,

            @NotNull(message = "请输入验证码") @Valid ChallengeAnswer challenge)
            implements Challenged {

        @Override
        public String toString() {
            return "ForgotPasswordForm";
        }
    }

    /** 忘记登录密码: use the code. */
    record ResetPasswordForm(
            @NotBlank(message = "请输入身份证号") @Size(max = 40) String login,

            @NotBlank(message = "请输入邮件中的验证码") @Size(max = 20)
            String code,

            @NotBlank(message = "请输入新密码") @Size(max = 128) String password) {

        @Override
        public String toString() {
            return "ResetPasswordForm";
        }
    }

    /** A new password after logging in with a one-time one. */
    record FirstPasswordForm(
            @NotBlank @Size(max = 300) String token,
            @NotBlank(message = "请输入新密码") @Size(max = 128) String password) {

        @Override
        public String toString() {
            return "FirstPasswordForm";
        }
    }

    /** 修改手机号、邮箱. */
    record ContactForm(
            @NotBlank(message = "请输入登录密码") @Size(max = 128) String password,
            @NotBlank(message = "请填写手机号") @Size(max = 20) String phone,

            @NotBlank(message = "请填写电子邮箱") @Email(message = "电子邮箱格式不正确") @Size(max = 100)
            String email) {

        @Override
        public String toString() {
            return "ContactForm";
        }
    }
}
