package org.xueshi.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the audit trail. */
record AuditRow(
        long id,
        Instant at,
        String actor,
        @Nullable String accountName,
        @Nullable String role,
        @Nullable String organizationName,
        String action,
        @Nullable Long entityId,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String detail,
        @Nullable String request,
        @Nullable String address) {}
