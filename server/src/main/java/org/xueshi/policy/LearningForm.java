package org.xueshi.policy;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xueshi.platform.Refused.FieldError;

/**
 * 学习形式: a way of learning that can be declared, with what it asks for and what it is worth.
 *
 * @param code never changes: declarations keep it
 * @param name the pack's word
 * @param subjects the codes of the subjects it may count for
 * @param declarers who may bring it in, besides what the subject says
 * @param fields what is asked, in this order
 * @param title the field that names the item in lists
 * @param happened the field that says when it happened; null when nothing does
 * @param hourRule what it is worth
 * @param hourLegal where that rule comes from; an unverified one only proposes
 * @param same what makes two claims the same; null when nothing does
 * @param mode how it is learned
 * @param daysField the field that counts days of attendance, for rules that ask for days; null when the form has none
 * @param topicField the field that names a yearly topic; null when the form has none
 */
public record LearningForm(
        String code,
        String name,
        Set<String> subjects,
        Set<Declarer> declarers,
        LearningMode mode,
        List<FormField> fields,
        String title,
        @Nullable String happened,
        @Nullable String daysField,
        @Nullable String topicField,
        EvidenceRule evidence,
        HourRule hourRule,
        Legal hourLegal,
        Spread spread,
        @Nullable SameItem same,
        List<Eligibility> eligibility,
        @Nullable Clause clause) {

    private static final Hours HALF_A_DAY = new Hours(5);

    public LearningForm {
        subjects = Set.copyOf(subjects);
        declarers = Set.copyOf(declarers);
        fields = List.copyOf(fields);
        eligibility = List.copyOf(eligibility);
    }

    public Optional<FormField> field(String fieldCode) {
        return fields.stream().filter(field -> field.code().equals(fieldCode)).findFirst();
    }

    public boolean isFor(String subject) {
        return subjects.contains(subject);
    }

    /** The fields that these values make the form ask for. */
    public List<FormField> asked(FormValues values) {
        return fields.stream()
                .filter(field -> Condition.holds(field.when(), values))
                .toList();
    }

    /** The kinds of proof that these values make the form ask for. */
    public List<EvidenceSlot> slots(FormValues values) {
        return evidence.slots().stream()
                .filter(slot -> Condition.holds(slot.when(), values))
                .toList();
    }

    /**
     * What is wrong with what was filled in; empty when nothing is.
     *
     * @param complete whether empty required fields are wrong: a draft may have them
     */
    public List<FieldError> check(FormValues values, LocalDate today, boolean complete) {
        List<FieldError> errors = new ArrayList<>();
        values.texts().keySet().stream()
                .filter(code -> field(code).isEmpty())
                .forEach(code -> errors.add(new FieldError("fields." + code, "本学习形式没有此项")));
        for (FormField field : asked(values)) {
            String error = values.has(field.code()) ? wrong(field, values, today) : missing(field, complete);
            if (error != null) {
                errors.add(new FieldError("fields." + field.code(), error));
            }
        }
        if (complete && errors.isEmpty()) {
            eligibility.stream()
                    .filter(rule -> !rule.must().holds(values, today))
                    .forEach(rule ->
                            errors.add(new FieldError("fields." + rule.must().field(), rule.refusal())));
        }
        return errors;
    }

    private static @Nullable String missing(FormField field, boolean complete) {
        return field.required() && complete ? "请填写" + field.label() : null;
    }

    private static @Nullable String wrong(FormField field, FormValues values, LocalDate today) {
        String text = values.text(field.code());
        try {
            return switch (field.type()) {
                case TEXT, PARAGRAPH ->
                    text.codePointCount(0, text.length()) > field.longest()
                            ? "%s不得超过%d字".formatted(field.label(), field.longest())
                            : null;
                case NUMBER -> wrongNumber(field, values.number(field.code()));
                case DATE -> values.lastDay(field.code()).isAfter(today) ? field.label() + "不能晚于今天" : null;
                case PERIOD -> wrongPeriod(field, values, today);
                case CHOICE -> field.option(text).isEmpty() ? "请选择" + field.label() : null;
            };
        } catch (IllegalArgumentException e) {
            return switch (field.type()) {
                case NUMBER -> field.label() + "请填写数字";
                case DATE, PERIOD -> field.label() + "的日期不正确，请重新选择";
                case TEXT, PARAGRAPH, CHOICE -> field.label() + "填写有误";
            };
        }
    }

    private static @Nullable String wrongNumber(FormField field, BigDecimal number) {
        if (field.least() != null && number.compareTo(field.least()) < 0) {
            return "%s不能小于%s".formatted(field.label(), field.least().toPlainString());
        }
        if (field.most() != null && number.compareTo(field.most()) > 0) {
            return "%s不能大于%s".formatted(field.label(), field.most().toPlainString());
        }
        return null;
    }

    private static @Nullable String wrongPeriod(FormField field, FormValues values, LocalDate today) {
        if (!values.text(field.code()).contains("/")) {
            return "请选择" + field.label() + "的起止日期";
        }
        if (values.lastDay(field.code()).isBefore(values.firstDay(field.code()))) {
            return field.label() + "的结束日期不能早于开始日期";
        }
        return values.lastDay(field.code()).isAfter(today) ? field.label() + "不能晚于今天" : null;
    }

    /** The name of the item, for lists; the form's own name while it has none. */
    public String titleOf(FormValues values) {
        return values.has(title) ? values.text(title) : name;
    }

    /** When it ended, if the form asks for it and it was filled in. */
    public Optional<LocalDate> endOf(FormValues values) {
        return happened != null && values.has(happened) ? Optional.of(values.lastDay(happened)) : Optional.empty();
    }

    /** When it began, likewise. */
    public Optional<LocalDate> beginOf(FormValues values) {
        return happened != null && values.has(happened) ? Optional.of(values.firstDay(happened)) : Optional.empty();
    }

    /**
     * The days of attendance that count: as many as were filled in, or fewer in proportion when fewer hours were recognised than
     * claimed; in steps of half a day.
     */
    public Hours daysOf(FormValues values, Hours claimed, Hours recognised) {
        if (daysField == null || !values.has(daysField) || !claimed.isPositive()) {
            return Hours.ZERO;
        }
        long tenths = values.number(daysField).movePointRight(1).longValue();
        return new Hours(tenths * recognised.tenths() / claimed.tenths()).roundedDownTo(HALF_A_DAY);
    }

    /** The yearly topic it covers. */
    public Optional<String> topicOf(FormValues values) {
        return topicField != null && values.has(topicField) ? Optional.of(values.text(topicField)) : Optional.empty();
    }

    /**
     * What makes this item the same as another one of the same person in this scheme. Empty while a compared field is, or when the
     * form knows no such thing.
     */
    public Optional<String> itemKey(FormValues values, int year) {
        return event(values).map(event -> code + "|" + event + (same != null && same.perYear() ? "|" + year : ""));
    }

    /** What makes this the same event as one declared under another scheme, by whatever form. */
    public Optional<String> event(FormValues values) {
        if (same == null || !same.fields().stream().allMatch(values::has)) {
            return Optional.empty();
        }
        return Optional.of(same.fields().stream()
                .map(field -> comparable(values.text(field)))
                .collect(Collectors.joining("|")));
    }

    /** Spaces, width, case and punctuation do not make two things different. */
    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What it is worth by the pack's figures; empty when the pack has none and the claim stands until it is reviewed. */
    Optional<HourRule.Worth> worth(FormValues values, Hours step, Map<String, Hours> neededOfSubjects) {
        try {
            return hourRule.worth(new HourRule.Reading(this, values, step, neededOfSubjects));
        } catch (IllegalArgumentException unreadable) {
            // A draft may hold a number that is none yet.
            return Optional.empty();
        }
    }
}
