package org.xueshi.policy;

import java.util.List;

/**
 * One test of a requirement: so much of something.
 *
 * @param label as the learner reads it: 公需科目
 * @param measure what is added up
 * @param tenths how much is needed, in tenths of the measure's unit
 * @param exceptions how much is needed of some people; the first that fits counts
 * @param advisory shown to the learner but not decisive, because the rule leaves open how much
 * @param legal where the figure comes from
 */
public record AtLeast(
        String label, Measure measure, long tenths, List<Exception> exceptions, boolean advisory, Legal legal) {

    public AtLeast {
        exceptions = List.copyOf(exceptions);
    }

    /** Another figure for some people. */
    public record Exception(Whom whom, long tenths) {}

    public long neededOf(PersonFacts person) {
        return exceptions.stream()
                .filter(exception -> exception.whom().includes(person))
                .map(Exception::tenths)
                .findFirst()
                .orElse(tenths);
    }
}
