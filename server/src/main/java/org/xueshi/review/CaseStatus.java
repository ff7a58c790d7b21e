package org.xueshi.review;

/** Where a case stands. */
public enum CaseStatus {
    OPEN,
    ACCEPTED,
    SENT_BACK,
    WITHDRAWN
}
