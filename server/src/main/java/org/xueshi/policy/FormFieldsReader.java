package org.xueshi.policy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a form's fields, and makes sure that whatever names a field names one that is there and of the right kind. */
final class FormFieldsReader {

    private static final int USUAL_LENGTH = 100;
    /** S4: 内容框中的文字不得超过1000字. */
    private static final int USUAL_PARAGRAPH = 1000;

    private final Map<String, FormField> fields = new LinkedHashMap<>();

    FormFieldsReader(PackNode list) {
        list.list(item -> {
            FormField field = item.whole(this::read);
            item.demand(fields.put(field.code(), field) == null, "the field '" + field.code() + "' is there twice");
            return field;
        });
    }

    List<FormField> all() {
        return List.copyOf(fields.values());
    }

    private FormField read(PackNode node) {
        FieldType type = node.at("type").oneOf(FieldType.class);
        PackNode code = node.at("code");
        code.demand(code.text().matches("[a-z][a-zA-Z0-9]{0,30}"), "a field's code is a lower-case word");
        List<FormField.Option> options =
                node.maybe("options").map(FormFieldsReader::options).orElse(List.of());
        node.demand((type == FieldType.CHOICE) != options.isEmpty(), "a choice, and only a choice, has options");
        return new FormField(
                code.text(),
                node.at("label").text(),
                type,
                node.maybe("required").map(PackNode::flag).orElse(true),
                node.maybe("longest")
                        .map(PackNode::integer)
                        .orElse(type == FieldType.PARAGRAPH ? USUAL_PARAGRAPH : USUAL_LENGTH),
                node.maybe("least").map(PackNode::decimal).orElse(type == FieldType.NUMBER ? BigDecimal.ZERO : null),
                node.maybe("most").map(PackNode::decimal).orElse(null),
                options,
                node.maybe("when").map(this::condition).orElse(null),
                node.maybe("help").map(PackNode::text).orElse(null));
    }

    private static List<FormField.Option> options(PackNode node) {
        Map<String, String> labels = new LinkedHashMap<>();
        node.eachEntry((code, label) -> labels.put(code, label.text()));
        return labels.entrySet().stream()
                .map(option -> new FormField.Option(option.getKey(), option.getValue()))
                .toList();
    }

    /** The code of a field that is there. */
    String known(PackNode node) {
        String code = node.text();
        node.demand(fields.containsKey(code), "'%s' is none of the form's fields %s".formatted(code, fields.keySet()));
        return code;
    }

    String ofType(PackNode node, FieldType... types) {
        String code = known(node);
        FormField field = fields.get(code);
        node.demand(
                field != null && List.of(types).contains(field.type()),
                "'%s' is not a %s".formatted(code, List.of(types)));
        return code;
    }

    /** The code of a choice field whose options are topics of the pack. */
    String topic(PackNode node, Set<String> topics) {
        String code = ofType(node, FieldType.CHOICE);
        List<String> options = fields.get(code) instanceof FormField field
                ? field.options().stream().map(FormField.Option::code).toList()
                : List.of();
        node.demand(
                topics.containsAll(options),
                "the options %s of '%s' are not all among the pack's topics %s".formatted(options, code, topics));
        return code;
    }

    /** The code of a field that counts something. */
    String number(PackNode node) {
        return ofType(node, FieldType.NUMBER, FieldType.PERIOD);
    }

    void demandOption(String code, PackNode cell) {
        FormField field = fields.get(code);
        String value = cell.cell();
        boolean choice = field != null && field.type() == FieldType.CHOICE;
        boolean known = field != null && field.option(value).isPresent();
        cell.demand(value.isEmpty() || !choice || known, "'%s' is no option of '%s'".formatted(value, code));
    }

    /** A condition on what is typed. It is asked again whenever the form is shown, so it does not look at the calendar. */
    Condition condition(PackNode node) {
        node.maybe("within_years").ifPresent(years -> {
            throw years.refuse(
                    "within_years stands only under eligible: what is asked and what it is worth does not change"
                            + " with the day on which one looks");
        });
        return eligibility(node);
    }

    /** A condition that may look at the calendar too. */
    Condition eligibility(PackNode node) {
        return node.whole(part -> {
            String field = known(part.at("field"));
            Set<String> in = part.maybe("in").map(PackNode::texts).orElse(Set.of());
            part.maybe("in")
                    .ifPresent(list -> list.list(cell -> {
                        demandOption(field, cell);
                        return cell;
                    }));
            part.maybe("within_years").ifPresent(years -> ofType(part.at("field"), FieldType.DATE, FieldType.PERIOD));
            @Nullable
            BigDecimal above = part.maybe("above").map(PackNode::decimal).orElse(null);
            @Nullable
            BigDecimal atMost = part.maybe("at_most").map(PackNode::decimal).orElse(null);
            return new Condition(
                    field,
                    in,
                    above,
                    atMost,
                    part.maybe("within_years").map(PackNode::integer).orElse(null));
        });
    }
}
