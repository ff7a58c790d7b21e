package org.xueshi.evaluation;

import org.springframework.http.HttpStatus;
import org.xueshi.platform.Problem;

/** How requests for certificates and reversals are refused. */
enum EvaluationProblem implements Problem {
    /** S3: 年度认定结果不合格时,该年度学时证明无法打印. */
    NOT_PASSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** A bureau revoked the year's certificate: only a bureau issues another one. */
    WITHHELD(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    EvaluationProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
