package org.xueshi.policy;

/** Who brings hours in. */
public enum Declarer {
    /** The learner. */
    PERSON,
    /** The employer, for its people (代为登记). */
    EMPLOYER,
    /** A training institution, for its class. */
    INSTITUTION,
    /** The platform itself, from metered study. */
    SYSTEM
}
