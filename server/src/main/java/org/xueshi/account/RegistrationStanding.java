package org.xueshi.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.person.PersonStatus;
import org.xueshi.review.ReviewStep;

/**
 * Where a registration stands.
 *
 * @param employer the chosen employer
 * @param holder who has it now
 * @param waitingSince since when
 * @param reason why it was sent back
 * @param token lets its owner withdraw or correct it for a quarter of an hour
 */
record RegistrationStanding(
        String name,
        PersonStatus status,
        String employer,
        @Nullable String holder,
        @Nullable Instant waitingSince,
        @Nullable String reason,
        List<ReviewStep> steps,
        String token) {}
