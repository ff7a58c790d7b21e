package org.xueshi.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the values of a form; every part that is given must hold. Data, not a language: nothing is evaluated.
 *
 * @param field the field it looks at
 * @param in the field's value is one of these; empty for any
 * @param above the field's number is greater; null for any
 * @param atMost the field's number is no greater; null for any
 * @param withinYears the field's day is no more than so many years ago; null for any
 */
public record Condition(
        String field,
        Set<String> in,
        @Nullable BigDecimal above,
        @Nullable BigDecimal atMost,
        @Nullable Integer withinYears) {

    public Condition {
        in = Set.copyOf(in);
    }

    /** Whether a condition holds that need not be given and does not look at the calendar. */
    static boolean holds(@Nullable Condition condition, FormValues values) {
        return condition == null || condition.holds(values, LocalDate.EPOCH);
    }

    /** Whether it holds; an empty field never does. */
    boolean holds(FormValues values, LocalDate today) {
        if (!values.has(field)) {
            return false;
        }
        return (in.isEmpty() || in.contains(values.text(field)))
                && (above == null || values.number(field).compareTo(above) > 0)
                && (atMost == null || values.number(field).compareTo(atMost) <= 0)
                && (withinYears == null || !values.lastDay(field).isBefore(today.minusYears(withinYears)));
    }
}
