package org.xueshi.reference;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a code table.
 *
 * @param parent the entry of the same table that this one belongs to
 * @param status how certain the entry is: {@code verbatim}, {@code secondary} or {@code unverified}
 * @param source the list or standard it was taken from
 */
public record CodeItem(
        String code,
        String name,
        @Nullable String parent,
        @Nullable String status,
        @Nullable String source) {}
