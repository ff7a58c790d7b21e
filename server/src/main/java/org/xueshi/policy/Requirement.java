package org.xueshi.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a year asks for, in one version of the rules.
 *
 * @param id names the version in verdicts: {@code HN-2017}
 * @param from the first year judged by it
 * @param to the last year judged by it; null while it is in force
 * @param basis the rule's name, in Chinese
 * @param span over how many years is added up, ending with the judged one; 1 but for cycles
 * @param deemedPassed the year counts as passed without any test
 * @param exempt people of whom nothing is asked
 * @param alternatives the year is passed when every decisive test of one alternative is met
 * @param caps what counts only in part
 */
public record Requirement(
        String id,
        int from,
        @Nullable Integer to,
        String basis,
        int span,
        boolean deemedPassed,
        List<Whom> exempt,
        List<List<AtLeast>> alternatives,
        List<Cap> caps,
        Legal legal) {

    public Requirement {
        exempt = List.copyOf(exempt);
        alternatives = alternatives.stream().map(List::copyOf).toList();
        caps = List.copyOf(caps);
    }

    public boolean holdsFor(int year) {
        return year >= from && (to == null || year <= to);
    }

    /** How much of a subject the year asks for in its first alternative: what "fulfils the subject" is worth. */
    Optional<Hours> ofSubject(String subject) {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(test -> test.measure().equals(Measure.ofSubject(subject)))
                .map(test -> new Hours(test.tenths()))
                .findFirst();
    }
}
