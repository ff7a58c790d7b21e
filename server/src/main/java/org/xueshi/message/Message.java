package org.xueshi.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in somebody's box.
 *
 * @param link the page it speaks of
 * @param readAt when it was opened
 */
public record Message(
        long id,
        String title,
        String body,
        @Nullable String link,
        Instant sentAt,
        @Nullable Instant readAt) {}
