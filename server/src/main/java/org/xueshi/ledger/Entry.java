package org.xueshi.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.CountedEntry;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningMode;

/**
 * One line of the ledger, as it explains itself.
 *
 * @param event what makes two lines of different schemes the same event; null when nothing does
 * @param reverses the entry it takes back
 * @param reversed whether it was taken back
 * @param reason why it takes back
 */
public record Entry(
        long id,
        long personId,
        String scheme,
        int year,
        String subject,
        String form,
        String formName,
        String title,
        @Nullable String topic,
        LearningMode mode,
        Hours hours,
        Hours days,
        @Nullable String event,
        String sourceKind,
        String recognisedBy,
        String rule,
        int packVersion,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long reverses,
        boolean reversed,
        @Nullable String reason,
        Instant recordedAt) {

    /** The line as judgements want it. */
    public CountedEntry counted() {
        return new CountedEntry(id, scheme, year, subject, form, topic, mode, hours, days.tenths(), event);
    }
}
