package org.xueshi.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningMode;

/**
 * Hours to be recorded.
 *
 * @param year the year they count in
 * @param form the learning form's code, and {@code formName} its word at the time
 * @param title what was learned
 * @param topic a yearly topic that it covers
 * @param days days of attendance, where the rule counts days
 * @param event what makes this the same event as one recorded under another scheme; null when nothing does
 * @param recognisedBy the organization that recognised the hours
 * @param rule under which rule, in words
 * @param packVersion of which version of the scheme's pack
 */
public record Credit(
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
        Source source,
        @Nullable String event,
        String recognisedBy,
        String rule,
        int packVersion,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
