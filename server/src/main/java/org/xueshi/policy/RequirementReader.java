package org.xueshi.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what years ask for: tests in all_of and any_of, caps, cycles, exemptions. */
final class RequirementReader {

    private final LegalReader legal;
    private final Map<String, Subject> subjects;
    private final Set<String> topics;
    /** Forms are read after requirements: what was named is looked up then. */
    private final List<PackNode> namedForms = new ArrayList<>();

    RequirementReader(LegalReader legal, List<Subject> subjects, Set<String> topics) {
        this.legal = legal;
        this.topics = topics;
        this.subjects = new LinkedHashMap<>();
        subjects.forEach(subject -> this.subjects.put(subject.code(), subject));
    }

    Requirement read(PackNode node) {
        return node.whole(requirement -> {
            PackNode years = requirement.at("years");
            int from = years.at("from").integer();
            Optional<Integer> to = years.maybe("to").map(PackNode::integer);
            years.nothingElse();
            to.ifPresent(last -> years.demand(last >= from, "the last year is before the first"));
            boolean deemed =
                    requirement.maybe("deemed_passed").map(PackNode::flag).orElse(false);
            List<List<AtLeast>> alternatives = deemed ? List.of() : alternatives(requirement);
            return new Requirement(
                    requirement.at("id").text(),
                    from,
                    to.orElse(null),
                    requirement.at("basis").text(),
                    requirement
                            .maybe("cycle_years")
                            .map(RequirementReader::cycle)
                            .orElse(1),
                    deemed,
                    requirement
                            .maybe("exempt")
                            .map(list -> list.list(this::whom))
                            .orElse(List.of()),
                    alternatives,
                    caps(requirement),
                    legal.of(requirement));
        });
    }

    private static int cycle(PackNode years) {
        years.demand(years.integer() >= 1, "a cycle has at least one year");
        return years.integer();
    }

    /** Brings nested all_of and any_of into the form "one of these lists holds entirely". */
    private List<List<AtLeast>> alternatives(PackNode node) {
        Optional<PackNode> all = node.maybe("all_of");
        Optional<PackNode> any = node.maybe("any_of");
        Optional<PackNode> test = node.maybe("at_least");
        long given =
                List.of(all, any, test).stream().filter(Optional::isPresent).count();
        node.demand(given == 1, "exactly one of all_of, any_of, at_least is expected here");
        if (test.isPresent()) {
            return List.of(List.of(test.get().whole(this::atLeast)));
        }
        if (any.isPresent()) {
            return any.get().list(this::nested).stream().flatMap(List::stream).toList();
        }
        List<List<AtLeast>> product = List.of(List.of());
        for (List<List<AtLeast>> part : all.orElseThrow().list(this::nested)) {
            product = product.stream()
                    .flatMap(before -> part.stream().map(next -> joined(before, next)))
                    .toList();
        }
        return product;
    }

    private List<List<AtLeast>> nested(PackNode node) {
        return node.whole(this::alternatives);
    }

    private static List<AtLeast> joined(List<AtLeast> before, List<AtLeast> next) {
        List<AtLeast> together = new ArrayList<>(before);
        together.addAll(next);
        return together;
    }

    private AtLeast atLeast(PackNode node) {
        boolean days = node.has("days");
        MeasureUnit unit = days ? MeasureUnit.DAYS : MeasureUnit.HOURS;
        Hours needed = node.at(days ? "days" : "hours").hours();
        node.demand(needed.isPositive(), "a test needs a figure above 0");
        Measure measure = node.maybe("of")
                .map(of -> of.whole(part -> measure(part, unit)))
                .orElseGet(() -> new Measure(unit, null, null, null, Set.of()));
        List<AtLeast.Exception> exceptions = node.maybe("except")
                .map(list -> list.list(item -> item.whole(each -> new AtLeast.Exception(
                        whom(each.at("for")),
                        each.at(days ? "days" : "hours").hours().tenths()))))
                .orElse(List.of());
        return new AtLeast(
                node.maybe("label").map(PackNode::text).orElseGet(() -> label(measure)),
                measure,
                needed.tenths(),
                exceptions,
                node.maybe("advisory").map(PackNode::flag).orElse(false),
                legal.of(node));
    }

    private Measure measure(PackNode node, MeasureUnit unit) {
        return new Measure(
                unit,
                node.maybe("subject").map(this::subject).orElse(null),
                node.maybe("topic").map(topic -> topic.textOf(topics)).orElse(null),
                node.maybe("mode").map(mode -> mode.oneOf(LearningMode.class)).orElse(null),
                node.maybe("forms").map(this::forms).orElse(Set.of()));
    }

    private Set<String> forms(PackNode list) {
        list.list(namedForms::add);
        return list.texts();
    }

    private String label(Measure measure) {
        if (measure.subject() != null && subjects.get(measure.subject()) instanceof Subject subject) {
            return subject.name();
        }
        return measure.unit() == MeasureUnit.DAYS ? "总天数" : "总学时";
    }

    private List<Cap> caps(PackNode requirement) {
        List<Cap> caps = requirement
                .maybe("caps")
                .map(list -> list.list(item -> item.whole(cap -> new Cap(
                        cap.at("label").text(),
                        cap.at("of").whole(of -> measure(of, MeasureUnit.HOURS)),
                        cap.at("hours").hours(),
                        legal.of(cap)))))
                .orElse(List.of());
        for (int i = 0; i < caps.size(); i++) {
            Measure measure = caps.get(i).measure();
            requirement.demand(measure.subject() != null, "a cap must say of which subject");
            for (Cap earlier : caps.subList(0, i)) {
                requirement.demand(
                        !overlap(earlier.measure(), measure),
                        "the caps '%s' and '%s' overlap: which one takes what is not decided"
                                .formatted(earlier.label(), caps.get(i).label()));
            }
        }
        return caps;
    }

    private static boolean overlap(Measure a, Measure b) {
        boolean sameSubject = String.valueOf(a.subject()).equals(String.valueOf(b.subject()));
        boolean sameMode = a.mode() == null || b.mode() == null || a.mode() == b.mode();
        boolean sameForms =
                a.forms().isEmpty() || b.forms().isEmpty() || a.forms().stream().anyMatch(b.forms()::contains);
        return sameSubject && sameMode && sameForms;
    }

    private String subject(PackNode node) {
        String code = node.text();
        node.demand(
                subjects.containsKey(code),
                "'%s' is none of the pack's subjects %s".formatted(code, subjects.keySet()));
        return code;
    }

    Whom whom(PackNode node) {
        return node.whole(group -> new Whom(
                words(group, "categories", PersonFacts.CATEGORIES),
                words(group, "employers", PersonFacts.EMPLOYER_NATURES),
                words(group, "title_levels", PersonFacts.TITLE_LEVELS),
                group.maybe("title_before").map(PackNode::day).orElse(null)));
    }

    private static Set<String> words(PackNode group, String key, List<String> known) {
        return group.maybe(key).map(list -> list.textsOf(known)).orElse(Set.of());
    }

    /** Refuses tests and caps of forms that the pack does not have. */
    void demandForms(Collection<String> known) {
        namedForms.forEach(form -> form.textOf(known));
    }
}
