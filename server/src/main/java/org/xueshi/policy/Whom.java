package org.xueshi.policy;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of people that a rule singles out; what is left out does not matter.
 *
 * @param titleBefore those who obtained their title before this day (老人老办法)
 */
public record Whom(
        Set<String> categories,
        Set<String> employerNatures,
        Set<String> titleLevels,
        @Nullable LocalDate titleBefore) {

    public Whom {
        categories = Set.copyOf(categories);
        employerNatures = Set.copyOf(employerNatures);
        titleLevels = Set.copyOf(titleLevels);
    }

    boolean includes(PersonFacts person) {
        return (categories.isEmpty() || categories.contains(person.category()))
                && (employerNatures.isEmpty() || employerNatures.contains(person.employerNature()))
                && (titleLevels.isEmpty() || titleLevels.contains(person.titleLevel()))
                && (titleBefore == null
                        || (person.titleSince() != null && person.titleSince().isBefore(titleBefore)));
    }
}
