package org.xueshi.policy;

/** Whether a pack may decide. */
public enum PackStatus {
    /** Assembled from sources, not confirmed by the authority: whatever is shown from it says so. */
    DRAFT,
    /** Confirmed by the authority. */
    OFFICIAL
}
