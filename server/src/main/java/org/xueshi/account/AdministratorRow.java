package org.xueshi.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xueshi.platform.Role;

/** Somebody who administers something. */
record AdministratorRow(
        long grantId,
        String name,
        String maskedLogin,
        Role role,
        @Nullable Long organizationId,
        @Nullable String organizationName,
        Instant grantedAt,
        boolean self) {}
