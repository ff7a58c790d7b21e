package org.xueshi.platform;

import org.springframework.http.HttpStatus;

/** How every module may refuse. */
public enum CommonProblem implements Problem {
    MALFORMED(HttpStatus.BAD_REQUEST),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_LOGGED_IN(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    FOREIGN_ORIGIN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    STALE(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    TOO_LONG(HttpStatus.CONTENT_TOO_LARGE),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    KEY_MISSING(HttpStatus.BAD_REQUEST),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    WRONG_CHECK(HttpStatus.UNPROCESSABLE_CONTENT),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    CommonProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
