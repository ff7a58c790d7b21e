package org.xueshi.files;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How a file is refused. */
enum FilesProblem implements Problem {
    EMPTY,
    NOT_AN_IMAGE,
    TOO_MANY_PIXELS,
    NOT_YOURS;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
