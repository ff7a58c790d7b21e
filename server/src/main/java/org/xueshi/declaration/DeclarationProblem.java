package org.xueshi.declaration;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How declarations are refused. */
enum DeclarationProblem implements Problem {
    NOT_YOUR_SCHEME(HttpStatus.UNPROCESSABLE_CONTENT),
    FORM_NOT_OFFERED(HttpStatus.UNPROCESSABLE_CONTENT),
    YEAR_NOT_OPEN(HttpStatus.UNPROCESSABLE_CONTENT),
    INCOMPLETE(HttpStatus.UNPROCESSABLE_CONTENT),
    DECLARED_BEFORE(HttpStatus.UNPROCESSABLE_CONTENT),
    WRONG_STATE(HttpStatus.CONFLICT),
    MORE_THAN_CLAIMED(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_IN_STEPS(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_AT_ONCE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    DeclarationProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
