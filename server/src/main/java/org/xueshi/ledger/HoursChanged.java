package org.xueshi.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The ledger has grown. Published in the same transaction, to those whose own truth follows from the ledger and must be right in
 * the same moment.
 *
 * @param reversalReason why hours were taken back; null when they were added
 */
public record HoursChanged(
        long personId, String scheme, int year, @Nullable String reversalReason) {}
