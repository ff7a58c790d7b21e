package org.xueshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The levels of review.
 *
 * @param registration who passes a registration; may be empty, then it is active at once
 * @param declaration by subject code: a list of levels, each one place or several of which the level before chooses
 */
public record ReviewRule(
        List<Set<ReviewPlace>> registration, Map<String, List<Set<ReviewPlace>>> declaration, Legal legal) {

    public ReviewRule {
        registration = registration.stream().map(Set::copyOf).toList();
        declaration = Map.copyOf(declaration);
    }

    public List<Set<ReviewPlace>> ofSubject(String subject) {
        return declaration.getOrDefault(subject, List.of());
    }
}
