package org.xueshi.policy;

/** How certain a value of a pack is. */
public enum LegalStatus {
    /** Read in the text of the rule, an official notice or a source document. */
    VERBATIM,
    /** Restated by a third party; the rule itself was not read. */
    SECONDARY,
    /** Assumed; a person must confirm it before it is used as law. */
    UNVERIFIED,
    /** Decided by this product where the rules leave it open. */
    PRODUCT
}
