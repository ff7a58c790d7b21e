package org.xueshi.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of one kind waits.
 *
 * @param more whether there is more than {@code count} says
 * @param oldest since when the oldest waits
 */
record InboxCount(
        String kind, int count, boolean more, @Nullable Instant oldest) {}
