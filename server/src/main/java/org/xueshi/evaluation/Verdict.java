package org.xueshi.evaluation;

import java.time.Instant;
import java.util.List;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;

/**
 * What a year came to, as it is kept.
 *
 * @param subjects the hours that count, in the order of the pack's subjects
 * @param requirement the version of the rules
 * @param entries how many lines of the ledger were looked at
 */
record Verdict(
        long personId,
        String scheme,
        int year,
        Judgement.YearResult result,
        Hours total,
        List<Hours> subjects,
        int packVersion,
        String requirement,
        int entries,
        Instant judgedAt) {

    Verdict {
        subjects = List.copyOf(subjects);
    }

    boolean isPassed() {
        return result == Judgement.YearResult.PASSED;
    }
}
