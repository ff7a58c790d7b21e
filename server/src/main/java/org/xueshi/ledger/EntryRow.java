package org.xueshi.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/**
 * A line of the ledger as people read it.
 *
 * @param schemeName the scheme's short name
 * @param subjectName the pack's word for the subject
 * @param sourceKind where it came from: DECLARATION, IMPORT, REVERSAL
 * @param recognisedBy who recognised it
 * @param rule under which rule, in words
 * @param reversed whether it was taken back
 * @param reason why it takes back
 */
public record EntryRow(
        long id,
        int year,
        String scheme,
        String schemeName,
        String subject,
        String subjectName,
        String formName,
        String title,
        Hours hours,
        Hours days,
        String sourceKind,
        String recognisedBy,
        String rule,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean reversed,
        boolean reversal,
        @Nullable String reason,
        Instant recordedAt) {

    public static EntryRow of(Entry entry, Packs packs) {
        Pack pack = packs.version(entry.scheme(), entry.packVersion());
        return new EntryRow(
                entry.id(),
                entry.year(),
                entry.scheme(),
                pack.label(),
                entry.subject(),
                pack.subjectName(entry.subject()),
                entry.formName(),
                entry.title(),
                entry.hours(),
                entry.days(),
                entry.sourceKind(),
                entry.recognisedBy(),
                entry.rule(),
                entry.from(),
                entry.to(),
                entry.reversed(),
                entry.reverses() != null,
                entry.reason(),
                entry.recordedAt());
    }
}
