package org.xueshi.declaration;

import org.jspecify.annotations.Nullable;

/**
 * Which declarations are wanted.
 *
 * @param name part of the person's name
 * @param form a learning form's code
 */
record DeclarationFilter(
        @Nullable DeclarationStatus status,
        @Nullable Integer year,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String scheme,
        @Nullable String name) {}
