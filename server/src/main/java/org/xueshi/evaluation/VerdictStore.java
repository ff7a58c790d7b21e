package org.xueshi.evaluation;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.xueshi.certificate.view.Tables.CERTIFICATE_VIEW;
import static org.xueshi.evaluation.db.Tables.CLOSED_YEAR;
import static org.xueshi.evaluation.db.Tables.VERDICT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.xueshi.certificate.CertificateStatus;
import org.xueshi.evaluation.db.tables.records.ClosedYearRecord;
import org.xueshi.evaluation.db.tables.records.VerdictRecord;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;

/** Loads and saves verdicts. */
@Repository
class VerdictStore {

    private final DSLContext database;

    VerdictStore(DSLContext database) {
        this.database = database;
    }

    /**
     * Until the end of the transaction nobody else judges this person: two credits at the same moment would each miss the other's
     * hours.
     */
    void lock(long personId) {
        database.query("select pg_advisory_xact_lock({0})", DSL.val(personId)).execute();
    }

    Optional<Verdict> find(long personId, String scheme, int year) {
        return fetch(VERDICT.PERSON_ID
                        .eq(personId)
                        .and(VERDICT.SCHEME.eq(scheme))
                        .and(VERDICT.YEAR.eq(year)))
                .stream()
                .findFirst();
    }

    /** All years of a person, latest first. */
    List<Verdict> ofPerson(long personId) {
        return fetch(VERDICT.PERSON_ID.eq(personId));
    }

    private List<Verdict> fetch(Condition condition) {
        return database.selectFrom(VERDICT)
                .where(condition)
                .orderBy(VERDICT.YEAR.desc(), VERDICT.SCHEME)
                .fetch(VerdictStore::toVerdict);
    }

    void save(Verdict verdict) {
        VerdictRecord row = database.newRecord(VERDICT);
        row.setPersonId(verdict.personId());
        row.setScheme(verdict.scheme());
        row.setYear(verdict.year());
        row.setResult(verdict.result().name());
        row.setTotalHours(verdict.total().amount());
        row.setSubjectHours(verdict.subjects().stream().map(Hours::amount).toArray(BigDecimal[]::new));
        row.setPackVersion(verdict.packVersion());
        row.setRequirement(verdict.requirement());
        row.setEntries(verdict.entries());
        row.setJudgedAt(verdict.judgedAt());
        database.insertInto(VERDICT)
                .set(row)
                .onConflict(VERDICT.PERSON_ID, VERDICT.SCHEME, VERDICT.YEAR)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * Whose verdict and certificate of a year do not fit: a certificate of a year that is not passed or, where certificates are issued
     * by themselves, none of a year that is.
     */
    List<Long> outOfStep(Pack pack, int year) {
        Condition certified = exists(selectOne()
                .from(CERTIFICATE_VIEW)
                .where(
                        CERTIFICATE_VIEW.PERSON_ID.eq(VERDICT.PERSON_ID),
                        CERTIFICATE_VIEW.SCHEME.eq(VERDICT.SCHEME),
                        CERTIFICATE_VIEW.YEAR.eq(VERDICT.YEAR),
                        CERTIFICATE_VIEW.STATUS.eq(CertificateStatus.VALID.name())));
        Condition passed = VERDICT.RESULT.eq(Judgement.YearResult.PASSED.name());
        Condition missing = pack.certificate().automatic() ? passed.and(not(certified)) : falseCondition();
        return database.select(VERDICT.PERSON_ID)
                .from(VERDICT)
                .where(VERDICT.SCHEME.eq(pack.id()), VERDICT.YEAR.eq(year))
                .and(not(passed).and(certified).or(missing))
                .fetch(VERDICT.PERSON_ID);
    }

    /** The version of the pack a year was closed under. */
    OptionalInt closedUnder(String scheme, int year) {
        return database.select(CLOSED_YEAR.PACK_VERSION)
                .from(CLOSED_YEAR)
                .where(CLOSED_YEAR.SCHEME.eq(scheme), CLOSED_YEAR.YEAR.eq(year))
                .fetchOptional()
                .map(row -> OptionalInt.of(row.value1()))
                .orElse(OptionalInt.empty());
    }

    /** The closed years of a scheme, and the version of the pack each was closed under. */
    Map<Integer, Integer> closedYears(String scheme) {
        return database.select(CLOSED_YEAR.YEAR, CLOSED_YEAR.PACK_VERSION)
                .from(CLOSED_YEAR)
                .where(CLOSED_YEAR.SCHEME.eq(scheme))
                .fetchMap(CLOSED_YEAR.YEAR, CLOSED_YEAR.PACK_VERSION);
    }

    /** Closes a year; nothing happens when it is closed. */
    void close(String scheme, int year, int packVersion, byte[] packFingerprint, Instant now) {
        database.insertInto(CLOSED_YEAR)
                .set(CLOSED_YEAR.SCHEME, scheme)
                .set(CLOSED_YEAR.YEAR, year)
                .set(CLOSED_YEAR.PACK_VERSION, packVersion)
                .set(CLOSED_YEAR.PACK_SHA256, packFingerprint)
                .set(CLOSED_YEAR.CLOSED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    List<ClosedYearRecord> closedYears() {
        return database.selectFrom(CLOSED_YEAR).fetch();
    }

    static Verdict toVerdict(VerdictRecord row) {
        return new Verdict(
                row.getPersonId(),
                row.getScheme(),
                row.getYear(),
                Judgement.YearResult.valueOf(row.getResult()),
                Hours.of(row.getTotalHours()),
                Arrays.stream(row.getSubjectHours()).map(Hours::of).toList(),
                row.getPackVersion(),
                row.getRequirement(),
                row.getEntries(),
                row.getJudgedAt());
    }
}
