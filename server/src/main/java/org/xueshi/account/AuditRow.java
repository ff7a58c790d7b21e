package org.xueshi.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param accountName whose deed it was
 * @param triedAccount whose account it was that somebody did not get into
 */
record AuditRow(
        long id,
        Instant at,
        String actor,
        @Nullable String accountName,
        @Nullable String role,
        @Nullable String organizationName,
        String action,
        @Nullable Long entityId,
        @Nullable String triedAccount,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String detail,
        @Nullable String request,
        @Nullable String address) {}
