package org.xueshi.organization;

import java.util.List;

/**
 * An organization in a list.
 *
 * @param regionName 河南省郑州市金水区
 */
public record OrganizationRow(
        long id,
        String name,
        String code,
        List<OrganizationKind> kinds,
        OrganizationNature nature,
        String region,
        String regionName) {}
