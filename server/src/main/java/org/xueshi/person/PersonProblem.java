package org.xueshi.person;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How registrations and profiles are refused. */
public enum PersonProblem implements Problem {
    NO_SCHEME(HttpStatus.UNPROCESSABLE_CONTENT),
    EMPLOYER_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    WRONG_STATE(HttpStatus.CONFLICT),
    TOO_MANY_LOOKS(HttpStatus.TOO_MANY_REQUESTS),
    UNKNOWN_NUMBER(HttpStatus.NOT_FOUND);

    private final HttpStatus status;

    PersonProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
