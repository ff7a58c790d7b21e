package org.xueshi.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param source a key of the pack's list of sources
 * @param status how certain it is
 * @param note what a reader must know besides, in the pack's words
 */
public record Legal(
        String source, LegalStatus status, @Nullable String note) {}
