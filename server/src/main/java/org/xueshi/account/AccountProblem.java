package org.xueshi.account;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How the gate refuses, in the words of the sources where they have them. */
enum AccountProblem implements Problem {
    /** S3: 账户号或密码错误. */
    WRONG_PASSWORD(HttpStatus.UNAUTHORIZED),
    /** S3: 此帐号还未被审核. */
    NOT_REVIEWED(HttpStatus.FORBIDDEN),
    REGISTRATION_SENT_BACK(HttpStatus.FORBIDDEN),
    /** S3: 帐号未分配角色,请联系系统管理员. */
    NO_ROLE(HttpStatus.FORBIDDEN),
    WRONG_ROLE(HttpStatus.FORBIDDEN),
    DISABLED(HttpStatus.FORBIDDEN),
    MUST_CHANGE(HttpStatus.FORBIDDEN),
    UNKNOWN_DEVICE_WAITS(HttpStatus.TOO_MANY_REQUESTS),
    WEAK_PASSWORD(HttpStatus.UNPROCESSABLE_CONTENT),
    WRONG_OLD_PASSWORD(HttpStatus.UNPROCESSABLE_CONTENT),
    WRONG_CODE(HttpStatus.UNPROCESSABLE_CONTENT),
    LINK_EXPIRED(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_SET_UP(HttpStatus.CONFLICT),
    LAST_ADMINISTRATOR(HttpStatus.UNPROCESSABLE_CONTENT),
    HOLDS_MORE(HttpStatus.FORBIDDEN),
    OWN_GRANT(HttpStatus.UNPROCESSABLE_CONTENT),
    GRANTED_BEFORE(HttpStatus.CONFLICT),
    SEPARATED_DUTIES(HttpStatus.UNPROCESSABLE_CONTENT),
    KIND_MISMATCH(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    AccountProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
