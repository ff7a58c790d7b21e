package org.xueshi.review;

/** What a decision led to. */
public enum Outcome {
    /** The next level has it. */
    FORWARDED,
    /** The last level passed it. */
    ACCEPTED,
    /** Back to the applicant, with a reason. */
    SENT_BACK
}
