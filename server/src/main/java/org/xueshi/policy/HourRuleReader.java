package org.xueshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads what something is worth; a rule is a mapping with one key that names its kind. */
final class HourRuleReader {

    private static final Map<String, BiFunction<HourRuleReader, PackNode, HourRule>> KINDS = Map.ofEntries(
            Map.entry(
                    "as_approved",
                    (reader, node) -> new HourRule.AsApproved(node.at("by").text())),
            Map.entry(
                    "fixed",
                    (reader, node) -> new HourRule.Fixed(node.at("hours").hours())),
            Map.entry("per_unit", HourRuleReader::perUnit),
            Map.entry("minutes", HourRuleReader::minutes),
            Map.entry("lookup", HourRuleReader::lookup),
            Map.entry("step_down", HourRuleReader::stepDown),
            Map.entry("share", HourRuleReader::share),
            Map.entry("sum", HourRuleReader::sum),
            Map.entry(
                    "times",
                    (reader, node) -> new HourRule.Times(
                            reader.read(node.at("rule")), node.at("factor").decimal())),
            Map.entry(
                    "highest",
                    (reader, node) -> new HourRule.Highest(node.at("of").list(reader::read))),
            Map.entry(
                    "at_most",
                    (reader, node) -> new HourRule.AtMost(
                            reader.read(node.at("rule")), node.at("hours").hours())),
            Map.entry("fulfils", HourRuleReader::fulfils));

    private final FormFieldsReader fields;
    private final Set<String> subjects;
    private final int minutesPerHour;

    HourRuleReader(FormFieldsReader fields, Set<String> subjects, int minutesPerHour) {
        this.fields = fields;
        this.subjects = subjects;
        this.minutesPerHour = minutesPerHour;
    }

    HourRule read(PackNode node) {
        List<String> given = KINDS.keySet().stream().filter(node::has).toList();
        node.demand(given.size() == 1, "exactly one hour rule is expected here: one of " + KINDS.keySet());
        String kind = given.getFirst();
        BiFunction<HourRuleReader, PackNode, HourRule> reader = KINDS.get(kind);
        return node.whole(rule -> rule.at(kind).whole(content -> {
            if (reader == null) {
                throw content.refuse("unknown rule");
            }
            return reader.apply(this, content);
        }));
    }

    private HourRule perUnit(PackNode node) {
        return new HourRule.PerUnit(
                fields.number(node.at("field")),
                node.at("hours").decimal(),
                node.maybe("size").map(PackNode::decimal).orElse(java.math.BigDecimal.ONE),
                node.at("unit").text());
    }

    private HourRule minutes(PackNode node) {
        return new HourRule.Minutes(fields.ofType(node.at("field"), FieldType.NUMBER), minutesPerHour);
    }

    private HourRule lookup(PackNode node) {
        List<String> by = node.at("by").list(fields::known);
        List<HourRule.Lookup.Row> rows = node.at("rows").list(row -> {
            List<PackNode> cells = row.list(cell -> cell);
            row.demand(cells.size() == by.size() + 1, "a row has %d cells and the hours".formatted(by.size()));
            for (int i = 0; i < by.size(); i++) {
                fields.demandOption(by.get(i), cells.get(i));
            }
            return new HourRule.Lookup.Row(
                    cells.subList(0, by.size()).stream().map(PackNode::cell).toList(),
                    cells.getLast().hours());
        });
        return new HourRule.Lookup(by, rows);
    }

    private HourRule stepDown(PackNode node) {
        return new HourRule.StepDown(
                read(node.at("first")),
                fields.number(node.at("rank")),
                node.at("step").hours(),
                node.maybe("least").map(PackNode::hours).orElse(Hours.ZERO));
    }

    private HourRule share(PackNode node) {
        return new HourRule.Share(
                read(node.at("whole")),
                fields.number(node.at("rank")),
                fields.number(node.at("authors")),
                node.at("shares").list(PackNode::decimal));
    }

    private HourRule sum(PackNode node) {
        return new HourRule.Sum(node.at("parts")
                .list(item -> item.whole(part -> new HourRule.Sum.Part(
                        part.maybe("when").map(fields::condition).orElse(null), read(part.at("rule"))))));
    }

    private HourRule fulfils(PackNode node) {
        return new HourRule.FulfilsSubject(
                node.at("subject").textOf(subjects),
                node.maybe("when").map(fields::condition).orElse(null));
    }
}
