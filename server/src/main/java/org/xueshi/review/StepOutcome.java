package org.xueshi.review;

/** What a step of a case was. */
public enum StepOutcome {
    SUBMITTED,
    PASSED,
    SENT_BACK,
    WITHDRAWN
}
