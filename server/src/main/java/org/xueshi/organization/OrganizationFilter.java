package org.xueshi.organization;

import org.jspecify.annotations.Nullable;

/**
 * Which organizations are wanted.
 *
 * @param region only those in this region or below it
 * @param name part of the name, or the whole of it
 * @param exact whether {@code name} is the whole name (精确) or a part (模糊)
 * @param kind only those that are this
 */
record OrganizationFilter(
        @Nullable String region,
        @Nullable String name,
        @Nullable Boolean exact,
        @Nullable OrganizationKind kind) {}
