package org.xueshi.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a year comes to, with everything that led there.
 *
 * @param result the verdict
 * @param requirement the version of the rules it was judged by; null when the pack has none for the year
 * @param total all hours that count
 * @param subjects the hours that count, by subject code, in the pack's order
 * @param alternatives the tests, each with what was found; the year is passed when one alternative is met
 * @param capped what was recognised but does not count, and why
 * @param counted the entries that were looked at, the other schemes' already under this one's subjects
 */
public record Judgement(
        YearResult result,
        @Nullable Requirement requirement,
        Hours total,
        Map<String, Hours> subjects,
        List<List<Check>> alternatives,
        List<Capped> capped,
        List<CountedEntry> counted) {

    public enum YearResult {
        /** 通过. */
        PASSED,
        /** 不通过. */
        NOT_PASSED
    }

    /** One test and what was found. */
    public record Check(AtLeast test, long found, long needed) {

        public boolean isMet() {
            return found >= needed;
        }

        /** How much is missing, in tenths. */
        public long missing() {
            return Math.max(0, needed - found);
        }
    }

    /** Hours beyond a cap. */
    public record Capped(Cap cap, Hours recognised, Hours notCounted) {}

    public boolean isPassed() {
        return result == YearResult.PASSED;
    }

    /** The alternative that is met, or the one that is nearest. */
    public List<Check> nearest() {
        return alternatives.stream()
                .min(Comparator.comparingLong(checks -> checks.stream()
                        .filter(check -> !check.test().advisory())
                        .mapToLong(Check::missing)
                        .sum()))
                .orElse(List.of());
    }
}
