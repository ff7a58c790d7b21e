package org.xueshi.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organization as its own administrators and those over it see it. */
record OrganizationDetail(
        long id,
        String name,
        String code,
        List<OrganizationKind> kinds,
        OrganizationNature nature,
        String regionName,
        @Nullable String bureauName,
        @Nullable String authorityName,
        @Nullable String address,
        @Nullable String contact) {}
