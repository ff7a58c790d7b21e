package org.xueshi.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case, as its history shows it.
 *
 * @param levelName the level, absent for the applicant's own steps
 * @param placeName the organization that decided
 * @param waitedSeconds how long it had waited
 */
public record ReviewStep(
        int round,
        StepOutcome outcome,
        @Nullable String levelName,
        @Nullable String placeName,
        String actorName,
        @Nullable String reason,
        @Nullable String change,
        Instant at,
        long waitedSeconds) {}
