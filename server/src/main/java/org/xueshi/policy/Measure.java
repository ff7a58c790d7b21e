package org.xueshi.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the ledger is added up: hours or days of all entries, or of those of a subject, a topic, a mode or some learning forms.
 *
 * @param subject only entries of this subject; null for all
 * @param topic only entries of this topic; null for all
 * @param mode only entries learned this way; null for all
 * @param forms only entries of these learning forms; empty for all
 */
public record Measure(
        MeasureUnit unit,
        @Nullable String subject,
        @Nullable String topic,
        @Nullable LearningMode mode,
        Set<String> forms) {

    public Measure {
        forms = Set.copyOf(forms);
    }

    public static Measure total() {
        return new Measure(MeasureUnit.HOURS, null, null, null, Set.of());
    }

    public static Measure ofSubject(String subject) {
        return new Measure(MeasureUnit.HOURS, subject, null, null, Set.of());
    }

    boolean covers(CountedEntry entry) {
        return (subject == null || subject.equals(entry.subject()))
                && (topic == null || topic.equals(entry.topic()))
                && (mode == null || mode == entry.mode())
                && (forms.isEmpty() || forms.contains(entry.form()));
    }

    /** In tenths of the unit. */
    long of(CountedEntry entry) {
        return switch (unit) {
            case HOURS -> entry.hours().tenths();
            case DAYS -> entry.dayTenths();
        };
    }
}
