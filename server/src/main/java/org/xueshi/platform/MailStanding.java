package org.xueshi.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the outgoing mail stands.
 *
 * @param waiting how many wait to be sent or to be tried again
 * @param oldestWaitingSince when the oldest of them was handed in
 * @param givenUp how many were given up after twelve tries, of those that are kept
 * @param lastGivenUpSince when the latest of them was handed in
 * @param lastFailure the kind of its last failure, as the mail library names it
 */
record MailStanding(
        int waiting,
        @Nullable Instant oldestWaitingSince,
        int givenUp,
        @Nullable Instant lastGivenUpSince,
        @Nullable String lastFailure) {}
