package org.xueshi.certificate;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How certificates are refused. */
public enum CertificateProblem implements Problem {
    ALREADY_ISSUED(HttpStatus.CONFLICT),
    ALREADY_REVOKED(HttpStatus.CONFLICT),
    WRONG_NUMBER(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    CertificateProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
