package org.xueshi.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.xueshi.platform.ChallengeAnswer;

/** 注册审核进度查询: who asks proves with the password of his registration that it is his. */
record ProgressQuery(
        @NotBlank(message = "请输入证件号") @Size(max = 40, message = "证件号不正确")
        String documentNumber,

        @NotBlank(message = "请输入注册时设定的密码") @Size(max = 128, message = "密码不正确")
        String password,

        @NotNull(message = "请输入验证码") @Valid ChallengeAnswer challenge) {

    @Override
    public String toString() {
        return "ProgressQuery";
    }
}
