package org.xueshi.review;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How the book refuses. */
public enum ReviewProblem implements Problem {
    /** It is somewhere else by now, or decided. */
    NOT_WITH_YOU(HttpStatus.CONFLICT),
    ALREADY_DECIDED(HttpStatus.CONFLICT),
    OWN_CLAIM(HttpStatus.FORBIDDEN),
    DECIDED_BEFORE(HttpStatus.FORBIDDEN),
    REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    NEXT_PLACE_MISSING(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    ReviewProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
