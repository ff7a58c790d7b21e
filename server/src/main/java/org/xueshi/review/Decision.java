package org.xueshi.review;

import org.jspecify.annotations.Nullable;

/**
 * What a level decides.
 *
 * @param passes or is sent back
 * @param reason required for sending back and for a change
 * @param change what the decision changes, in words: 申报 80 学时，认定 60 学时
 * @param nextPlace who shall have it next, where the next level is held by several
 */
public record Decision(
        boolean passes,
        @Nullable String reason,
        @Nullable String change,
        @Nullable Long nextPlace) {}
