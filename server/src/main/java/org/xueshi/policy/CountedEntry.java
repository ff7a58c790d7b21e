package org.xueshi.policy;

import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as a judgement sees it.
 *
 * @param id the ledger's number of the entry
 * @param scheme the scheme it was recorded under
 * @param dayTenths days of attendance times ten; 0 when the entry counts no days
 * @param topic a yearly topic of the subject, when it covers one
 * @param event what makes two entries of different schemes the same event; null when nothing does
 */
public record CountedEntry(
        long id,
        String scheme,
        int year,
        String subject,
        String form,
        @Nullable String topic,
        LearningMode mode,
        Hours hours,
        long dayTenths,
        @Nullable String event) {

    CountedEntry as(String otherScheme, String otherSubject) {
        return new CountedEntry(id, otherScheme, year, otherSubject, form, topic, mode, hours, dayTenths, event);
    }
}
