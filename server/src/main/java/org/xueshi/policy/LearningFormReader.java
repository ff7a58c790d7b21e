package org.xueshi.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads learning forms. */
final class LearningFormReader {

    private final LegalReader legal;
    private final Set<String> subjects;
    private final Set<String> topics;
    private final int minutesPerHour;

    LearningFormReader(LegalReader legal, List<Subject> subjects, Set<String> topics, int minutesPerHour) {
        this.legal = legal;
        this.topics = topics;
        this.minutesPerHour = minutesPerHour;
        this.subjects = subjects.stream().map(Subject::code).collect(Collectors.toSet());
    }

    LearningForm read(PackNode node) {
        return node.whole(form -> {
            FormFieldsReader fields = new FormFieldsReader(form.at("fields"));
            PackNode hours = form.at("hours");
            Legal hourLegal = legal.of(hours);
            return new LearningForm(
                    form.at("code").text(),
                    form.at("name").text(),
                    knownSubjects(form.at("subjects")),
                    form.maybe("declarers")
                            .map(list -> list.anyOf(Declarer.class))
                            .orElse(EnumSet.of(Declarer.PERSON, Declarer.EMPLOYER)),
                    form.maybe("mode")
                            .map(mode -> mode.oneOf(LearningMode.class))
                            .orElse(LearningMode.OFFLINE),
                    fields.all(),
                    fields.known(form.at("title")),
                    form.maybe("happened")
                            .map(field -> fields.ofType(field, FieldType.DATE, FieldType.PERIOD))
                            .orElse(null),
                    form.maybe("days").map(fields::number).orElse(null),
                    form.maybe("topic")
                            .map(field -> fields.topic(field, topics))
                            .orElse(null),
                    form.at("evidence").whole(evidence -> evidence(evidence, fields)),
                    hours.whole(rule -> new HourRuleReader(fields, subjects, minutesPerHour).read(rule.at("rule"))),
                    hourLegal,
                    form.maybe("spread")
                            .map(spread -> spread.whole(this::spread))
                            .orElse(new Spread(1, hourLegal)),
                    form.maybe("same")
                            .map(same -> same.whole(part -> same(part, fields)))
                            .orElse(null),
                    form.maybe("eligible")
                            .map(list -> list.list(item -> item.whole(part -> new Eligibility(
                                    fields.eligibility(part.at("must")),
                                    part.at("refusal").text(),
                                    legal.of(part)))))
                            .orElse(List.of()),
                    form.maybe("clause")
                            .map(clause -> clause.whole(part -> new Clause(
                                    part.at("text").text(),
                                    part.maybe("link").map(PackNode::text).orElse(null))))
                            .orElse(null));
        });
    }

    private EvidenceRule evidence(PackNode node, FormFieldsReader fields) {
        return new EvidenceRule(
                node.at("slots")
                        .list(item -> item.whole(slot -> new EvidenceSlot(
                                slot.at("code").text(),
                                slot.at("label").text(),
                                slot.maybe("required").map(PackNode::flag).orElse(true),
                                slot.maybe("when").map(fields::condition).orElse(null)))),
                node.at("most").integer(),
                node.at("megabytes").integer(),
                node.at("hint").text(),
                legal.of(node));
    }

    private SameItem same(PackNode node, FormFieldsReader fields) {
        return new SameItem(
                node.at("fields").list(fields::known),
                node.maybe("per_year").map(PackNode::flag).orElse(false),
                legal.of(node));
    }

    private Set<String> knownSubjects(PackNode node) {
        Set<String> codes = node.texts();
        node.demand(
                subjects.containsAll(codes) && !codes.isEmpty(),
                "%s are not all among the pack's subjects %s".formatted(codes, Arrays.toString(subjects.toArray())));
        return codes;
    }

    private Spread spread(PackNode node) {
        PackNode years = node.at("years");
        years.demand(years.integer() >= 1, "hours fall on at least one year");
        return new Spread(years.integer(), legal.of(node));
    }
}
