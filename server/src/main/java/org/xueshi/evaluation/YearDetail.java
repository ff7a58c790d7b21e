package org.xueshi.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.ledger.EntryRow;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LegalStatus;

/**
 * One year with everything that led to its verdict: by which rule, which tests, what is missing, and every hour that was looked at.
 *
 * @param basis the rule's name
 * @param packVersion of which version of the pack
 * @param draft whether that pack is not official yet
 * @param checks the tests of the alternative that is met, or nearest
 * @param otherWays the tests of the other alternatives
 * @param capped what was recognised but does not count
 * @param entries the lines of the ledger, and {@code counted} which of them count here
 */
record YearDetail(
        YearRow year,
        @Nullable String basis,
        int packVersion,
        boolean draft,
        List<CheckRow> checks,
        List<List<CheckRow>> otherWays,
        List<CappedRow> capped,
        List<CountedRow> entries) {

    /**
     * One test.
     *
     * @param missing how much is missing; 0 when it is met
     * @param advisory shown, but not decisive
     * @param source where the figure comes from, and {@code status} how certain it is
     */
    record CheckRow(
            String label,
            String unit,
            BigDecimal needed,
            BigDecimal found,
            BigDecimal missing,
            boolean met,
            boolean advisory,
            String source,
            LegalStatus status,
            @Nullable String note) {}

    /** Hours beyond a cap. */
    record CappedRow(String label, Hours most, Hours recognised, Hours notCounted) {}

    /** A line of the ledger and whether it counts in this verdict. */
    record CountedRow(EntryRow entry, boolean counted) {}
}
