package org.xueshi.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organization.
 *
 * @param code 统一社会信用代码 or 组织机构代码
 * @param region its region's code (GB/T 2260)
 * @param prefix the region as a prefix: {@code 41}, {@code 4101}, {@code 410105}
 * @param bureauId 同级人社部门
 * @param authorityId 行业主管部门
 */
public record Organization(
        long id,
        String name,
        String code,
        Set<OrganizationKind> kinds,
        OrganizationNature nature,
        String region,
        String prefix,
        @Nullable Long bureauId,
        @Nullable Long authorityId,
        @Nullable String address,
        @Nullable String contact,
        int version) {

    public Organization {
        kinds = Set.copyOf(kinds);
    }

    public boolean is(OrganizationKind kind) {
        return kinds.contains(kind);
    }
}
