package org.xueshi.organization;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

enum OrganizationProblem implements Problem {
    NO_BUREAU(HttpStatus.UNPROCESSABLE_CONTENT),
    CODE_TAKEN(HttpStatus.CONFLICT),
    BUREAU_TAKEN(HttpStatus.CONFLICT),
    NOT_A_TABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_ROWS(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    OrganizationProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
