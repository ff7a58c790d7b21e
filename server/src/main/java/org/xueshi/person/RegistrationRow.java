package org.xueshi.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registration in its reviewer's list.
 *
 * @param waitingSince since when it waits, or when it was decided
 * @param round how often it was handed in
 */
record RegistrationRow(
        long personId,
        String name,
        String maskedDocument,
        PersonCategory category,
        @Nullable String department,
        PersonStatus status,
        int round,
        Instant waitingSince) {}
