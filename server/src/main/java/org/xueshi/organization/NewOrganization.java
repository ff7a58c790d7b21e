package org.xueshi.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organization to be entered; everything has been checked.
 *
 * @param authorityId 行业主管部门, where there is one
 */
public record NewOrganization(
        String name,
        OrganizationCode code,
        Set<OrganizationKind> kinds,
        OrganizationNature nature,
        String region,
        @Nullable Long authorityId,
        @Nullable String address,
        @Nullable String contact) {

    public NewOrganization {
        kinds = Set.copyOf(kinds);
    }
}
