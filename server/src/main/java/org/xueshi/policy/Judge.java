package org.xueshi.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges one person's year by one pack: the same arguments always give the same judgement. */
public final class Judge {

    private Judge() {}

    /**
     * @param entries the person's entries of every scheme in the years the requirement looks at; others are ignored
     */
    public static Judgement judge(Pack pack, int year, PersonFacts person, List<CountedEntry> entries) {
        Optional<Requirement> requirement = pack.requirement(year);
        int span = requirement.map(Requirement::span).orElse(1);
        List<CountedEntry> counted = recognised(pack, entries).stream()
                .filter(entry -> entry.year() <= year && entry.year() > year - span)
                .toList();
        List<Cap> caps = requirement.map(Requirement::caps).orElse(List.of());
        Sums sums = new Sums(counted, caps);

        Map<String, Hours> subjects = new LinkedHashMap<>();
        pack.subjects()
                .forEach(
                        subject -> subjects.put(subject.code(), new Hours(sums.of(Measure.ofSubject(subject.code())))));
        List<List<Judgement.Check>> alternatives = requirement
                .map(found -> found.alternatives().stream()
                        .map(tests -> tests.stream()
                                .map(test -> new Judgement.Check(test, sums.of(test.measure()), test.neededOf(person)))
                                .toList())
                        .toList())
                .orElse(List.of());
        return new Judgement(
                result(requirement, person, alternatives),
                requirement.orElse(null),
                new Hours(sums.of(Measure.total())),
                subjects,
                alternatives,
                sums.capped(),
                counted);
    }

    private static Judgement.YearResult result(
            Optional<Requirement> requirement, PersonFacts person, List<List<Judgement.Check>> alternatives) {
        boolean passed = requirement.isPresent()
                && (requirement.get().deemedPassed()
                        || requirement.get().exempt().stream().anyMatch(whom -> whom.includes(person))
                        || alternatives.stream().anyMatch(Judge::isMet));
        return passed ? Judgement.YearResult.PASSED : Judgement.YearResult.NOT_PASSED;
    }

    private static boolean isMet(List<Judgement.Check> checks) {
        return checks.stream().filter(check -> !check.test().advisory()).allMatch(Judgement.Check::isMet);
    }

    /**
     * The scheme's own entries and those it recognises of others, brought under its own subjects. An event that both schemes
     * recorded counts once, as the own entry.
     */
    private static List<CountedEntry> recognised(Pack pack, List<CountedEntry> entries) {
        List<CountedEntry> counted = new ArrayList<>(entries.stream()
                .filter(entry -> entry.scheme().equals(pack.id()))
                .toList());
        Set<String> ownEvents = standingEvents(counted);
        for (Recognition recognition : pack.recognitions()) {
            entries.stream()
                    .filter(entry -> entry.scheme().equals(recognition.scheme()))
                    .filter(entry -> entry.event() == null || !ownEvents.contains(entry.event()))
                    .forEach(entry -> recognition
                            .ownSubject(entry.subject())
                            .ifPresent(subject -> counted.add(entry.as(pack.id(), subject))));
        }
        return counted;
    }

    /** Events whose hours were not taken back by a reversal. */
    private static Set<String> standingEvents(List<CountedEntry> entries) {
        Map<String, Long> byEvent = entries.stream()
                .filter(entry -> entry.event() != null)
                .collect(Collectors.groupingBy(
                        entry -> String.valueOf(entry.event()),
                        Collectors.summingLong(entry -> entry.hours().tenths())));
        return byEvent.entrySet().stream()
                .filter(event -> event.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Adds up, counting capped entries only as far as their cap. */
    private static final class Sums {

        private final List<CountedEntry> entries;
        private final Map<Cap, Long> capped = new LinkedHashMap<>();

        Sums(List<CountedEntry> entries, List<Cap> caps) {
            this.entries = entries;
            caps.forEach(cap -> capped.put(cap, plain(cap.measure())));
        }

        long of(Measure measure) {
            long sum = plain(measure);
            if (measure.unit() == MeasureUnit.HOURS) {
                for (Map.Entry<Cap, Long> each : capped.entrySet()) {
                    sum -= excessWithin(each.getKey(), each.getValue(), measure);
                }
            }
            return sum;
        }

        List<Judgement.Capped> capped() {
            return capped.entrySet().stream()
                    .filter(each -> each.getValue() > each.getKey().most().tenths())
                    .map(each -> new Judgement.Capped(
                            each.getKey(),
                            new Hours(each.getValue()),
                            new Hours(each.getValue() - each.getKey().most().tenths())))
                    .toList();
        }

        /** What a cap takes away from a sum that takes in all that is capped: the total, or the capped subject. */
        private static long excessWithin(Cap cap, long recognised, Measure measure) {
            boolean takesItAllIn = measure.equals(Measure.total())
                    || measure.equals(
                            Measure.ofSubject(String.valueOf(cap.measure().subject())));
            return takesItAllIn ? Math.max(0, recognised - cap.most().tenths()) : 0;
        }

        private long plain(Measure measure) {
            return entries.stream()
                    .filter(measure::covers)
                    .mapToLong(measure::of)
                    .sum();
        }
    }
}
