package org.xueshi.ledger;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How the ledger refuses. */
public enum LedgerProblem implements Problem {
    CREDITED_BEFORE,
    REVERSED_BEFORE;

    @Override
    public HttpStatus status() {
        return HttpStatus.CONFLICT;
    }
}
