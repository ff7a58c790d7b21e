package org.xueshi.ledger;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.xueshi.ledger.db.Tables.ENTRY;
import static org.xueshi.ledger.db.Tables.SOURCE;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.ledger.db.tables.records.EntryRecord;
import org.xueshi.platform.Sha256;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningMode;

/** Writes and reads lines of the ledger. */
@Repository
class LedgerStore {

    private final DSLContext database;

    LedgerStore(DSLContext database) {
        this.database = database;
    }

    /** Claims a source; false when it was credited before. */
    boolean claim(Source source, int year) {
        return database.insertInto(SOURCE)
                        .set(SOURCE.KIND, source.kind())
                        .set(SOURCE.KEY, source.key())
                        .set(SOURCE.YEAR, year)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    long insert(Credit credit, @Nullable Long by, Instant now) {
        return database.insertInto(ENTRY)
                .set(record(credit, by, now))
                .returningResult(ENTRY.ID)
                .fetchSingle()
                .value1();
    }

    /** Copies a line with its hours negated: whatever it says of itself, its reversal says too. */
    void insertReversal(Entry reversed, Source source, String reason, String recognisedBy, long by, Instant now) {
        database.insertInto(ENTRY)
                .columns(
                        ENTRY.YEAR,
                        ENTRY.PERSON_ID,
                        ENTRY.SCHEME,
                        ENTRY.SUBJECT,
                        ENTRY.FORM,
                        ENTRY.FORM_NAME,
                        ENTRY.TITLE,
                        ENTRY.TOPIC,
                        ENTRY.MODE,
                        ENTRY.EVENT,
                        ENTRY.RULE,
                        ENTRY.PACK_VERSION,
                        ENTRY.HAPPENED_FROM,
                        ENTRY.HAPPENED_TO,
                        ENTRY.HOURS,
                        ENTRY.DAYS,
                        ENTRY.REVERSES,
                        ENTRY.SOURCE_KIND,
                        ENTRY.SOURCE_KEY,
                        ENTRY.RECOGNISED_BY,
                        ENTRY.REASON,
                        ENTRY.RECORDED_AT,
                        ENTRY.RECORDED_BY)
                .select(select(
                                ENTRY.YEAR,
                                ENTRY.PERSON_ID,
                                ENTRY.SCHEME,
                                ENTRY.SUBJECT,
                                ENTRY.FORM,
                                ENTRY.FORM_NAME,
                                ENTRY.TITLE,
                                ENTRY.TOPIC,
                                ENTRY.MODE,
                                ENTRY.EVENT,
                                ENTRY.RULE,
                                ENTRY.PACK_VERSION,
                                ENTRY.HAPPENED_FROM,
                                ENTRY.HAPPENED_TO)
                        .select(
                                ENTRY.HOURS.neg(),
                                ENTRY.DAYS.neg(),
                                ENTRY.ID,
                                val(source.kind()),
                                val(source.key()),
                                val(recognisedBy),
                                val(reason),
                                val(now),
                                val(by))
                        .from(ENTRY)
                        .where(ENTRY.ID.eq(reversed.id()), ENTRY.YEAR.eq(reversed.year())))
                .execute();
    }

    private EntryRecord record(Credit credit, @Nullable Long by, Instant now) {
        EntryRecord row = database.newRecord(ENTRY);
        row.setYear(credit.year());
        row.setPersonId(credit.personId());
        row.setScheme(credit.scheme());
        row.setSubject(credit.subject());
        row.setForm(credit.form());
        row.setFormName(credit.formName());
        row.setTitle(credit.title());
        row.setTopic(credit.topic());
        row.setMode(credit.mode().name());
        row.setHours(credit.hours().amount());
        row.setDays(credit.days().amount());
        row.setSourceKind(credit.source().kind());
        row.setSourceKey(credit.source().key());
        row.setEvent(credit.event() == null ? null : Sha256.of(credit.event()));
        row.setRecognisedBy(credit.recognisedBy());
        row.setRule(credit.rule());
        row.setPackVersion(credit.packVersion());
        row.setHappenedFrom(credit.from());
        row.setHappenedTo(credit.to());
        row.setRecordedAt(now);
        row.setRecordedBy(by);
        return row;
    }

    Optional<Entry> find(long id, int year) {
        return fetch(ENTRY.YEAR.eq(year).and(ENTRY.ID.eq(id).or(ENTRY.REVERSES.eq(id)))).stream()
                .filter(entry -> entry.id() == id)
                .findFirst();
    }

    /** A person's lines of some years, oldest first. */
    List<Entry> ofPerson(long personId, Collection<Integer> years) {
        return fetch(ENTRY.PERSON_ID.eq(personId).and(ENTRY.YEAR.in(years)));
    }

    /** All of a person's lines. */
    List<Entry> ofPerson(long personId) {
        return fetch(ENTRY.PERSON_ID.eq(personId));
    }

    /**
     * Lines together with what takes them back. A reversal stands in the year and under the person of what it takes back: whoever
     * asks for a person's year has it already.
     */
    private List<Entry> fetch(Condition condition) {
        List<EntryRecord> rows = database.selectFrom(ENTRY)
                .where(condition)
                .orderBy(ENTRY.YEAR, ENTRY.ID)
                .fetch();
        Set<Long> reversed = rows.stream()
                .map(EntryRecord::getReverses)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> toEntry(row, reversed.contains(row.getId())))
                .toList();
    }

    /** The schemes and years in which a person has lines. */
    Map<String, Set<Integer>> years(long personId) {
        return database.selectDistinct(ENTRY.SCHEME, ENTRY.YEAR)
                .from(ENTRY)
                .where(ENTRY.PERSON_ID.eq(personId))
                .collect(Collectors.groupingBy(
                        Record2::value1, Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    private static Entry toEntry(EntryRecord row, boolean reversed) {
        return new Entry(
                row.getId(),
                row.getPersonId(),
                row.getScheme(),
                row.getYear(),
                row.getSubject(),
                row.getForm(),
                row.getFormName(),
                row.getTitle(),
                row.getTopic(),
                LearningMode.valueOf(row.getMode()),
                Hours.of(row.getHours()),
                Hours.of(row.getDays()),
                row.getEvent() == null ? null : HexFormat.of().formatHex(row.getEvent()),
                row.getSourceKind(),
                row.getRecognisedBy(),
                row.getRule(),
                row.getPackVersion(),
                row.getHappenedFrom(),
                row.getHappenedTo(),
                row.getReverses(),
                reversed,
                row.getReason(),
                row.getRecordedAt());
    }
}
