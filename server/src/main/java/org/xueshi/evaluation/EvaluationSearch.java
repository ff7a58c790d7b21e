package org.xueshi.evaluation;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.xueshi.certificate.view.Tables.CERTIFICATE_VIEW;
import static org.xueshi.evaluation.db.Tables.VERDICT;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;
import static org.xueshi.person.view.Tables.PERSON_VIEW;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFromStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.certificate.CertificateStatus;
import org.xueshi.organization.OrganizationScope;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/** Lists of verdicts and certificates for those who oversee people. */
@Repository
class EvaluationSearch {

    private final DSLContext database;
    private final Packs packs;

    EvaluationSearch(DSLContext database, Packs packs) {
        this.database = database;
        this.packs = packs;
    }

    Page<VerdictRow> verdicts(Caller caller, OverseenFilter filter, PageQuery page) {
        Condition condition = OrganizationScope.of(caller, ORGANIZATION_VIEW)
                .and(person(filter))
                .and(filter.year() == null ? noCondition() : VERDICT.YEAR.eq(filter.year()))
                .and(ofScheme(VERDICT.SCHEME, filter))
                .and(
                        filter.result() == null
                                ? noCondition()
                                : VERDICT.RESULT.eq(filter.result().name()));
        List<VerdictRow> items = ofPeople(
                        VERDICT,
                        VERDICT.PERSON_ID,
                        database.select(VERDICT.fields())
                                .select(
                                        PERSON_VIEW.NAME,
                                        PERSON_VIEW.DEPARTMENT,
                                        PERSON_VIEW.TITLE,
                                        ORGANIZATION_VIEW.NAME))
                .where(condition)
                .orderBy(VERDICT.YEAR.desc(), ORGANIZATION_VIEW.PREFIX, PERSON_VIEW.EMPLOYER_ID, VERDICT.PERSON_ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch(this::toVerdict);
        int counted = database.fetchCount(ofPeople(VERDICT, VERDICT.PERSON_ID, selectOne())
                .where(condition)
                .limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    Page<CertificateRow> certificates(Caller caller, OverseenFilter filter, PageQuery page) {
        Condition condition = OrganizationScope.of(caller, ORGANIZATION_VIEW)
                .and(person(filter))
                .and(filter.year() == null ? noCondition() : CERTIFICATE_VIEW.YEAR.eq(filter.year()))
                .and(ofScheme(CERTIFICATE_VIEW.SCHEME, filter))
                .and(
                        filter.status() == null
                                ? noCondition()
                                : CERTIFICATE_VIEW.STATUS.eq(filter.status().name()))
                .and(
                        isGiven(filter.number())
                                ? CERTIFICATE_VIEW.NUMBER.eq(
                                        String.valueOf(filter.number()).strip().toUpperCase(Locale.ROOT))
                                : noCondition());
        List<CertificateRow> items = ofPeople(
                        CERTIFICATE_VIEW,
                        CERTIFICATE_VIEW.PERSON_ID,
                        database.select(CERTIFICATE_VIEW.fields())
                                .select(ORGANIZATION_VIEW.NAME, PERSON_VIEW.DEPARTMENT))
                .where(condition)
                .orderBy(CERTIFICATE_VIEW.ID.desc())
                .limit(page.limit())
                .offset(page.offset())
                .fetch(this::toCertificate);
        int counted = database.fetchCount(ofPeople(CERTIFICATE_VIEW, CERTIFICATE_VIEW.PERSON_ID, selectOne())
                .where(condition)
                .limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    /** What a scheme that was given up left behind has no words any more, and must not keep the rest from being shown. */
    private Condition ofScheme(Field<String> scheme, OverseenFilter filter) {
        return scheme.in(packs.all().stream()
                .map(Pack::id)
                .filter(id -> filter.scheme() == null || filter.scheme().equals(id))
                .toList());
    }

    /** With whose they are, and where he works. */
    private static <R extends Record> SelectOnConditionStep<R> ofPeople(
            Table<?> table, Field<Long> person, SelectFromStep<R> wanted) {
        return wanted.from(table)
                .join(PERSON_VIEW)
                .on(PERSON_VIEW.ID.eq(person))
                .join(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(PERSON_VIEW.EMPLOYER_ID));
    }

    private static Condition person(OverseenFilter filter) {
        Condition condition = noCondition();
        if (isGiven(filter.name())) {
            condition = condition.and(
                    PERSON_VIEW.NAME.contains(String.valueOf(filter.name()).strip()));
        }
        if (isGiven(filter.department())) {
            condition = condition.and(PERSON_VIEW.DEPARTMENT.contains(
                    String.valueOf(filter.department()).strip()));
        }
        return condition;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private VerdictRow toVerdict(Record row) {
        Pack pack = packs.version(row.get(VERDICT.SCHEME), row.get(VERDICT.PACK_VERSION));
        List<Hours> hours =
                Arrays.stream(row.get(VERDICT.SUBJECT_HOURS)).map(Hours::of).toList();
        return new VerdictRow(
                row.get(VERDICT.PERSON_ID),
                row.get(PERSON_VIEW.NAME),
                row.get(ORGANIZATION_VIEW.NAME),
                row.get(PERSON_VIEW.DEPARTMENT),
                row.get(PERSON_VIEW.TITLE),
                row.get(VERDICT.YEAR),
                pack.id(),
                pack.label(),
                IntStream.range(0, hours.size())
                        .mapToObj(i -> new YearRow.SubjectHours(
                                pack.subjects().get(i).code(),
                                pack.subjects().get(i).name(),
                                hours.get(i)))
                        .toList(),
                Hours.of(row.get(VERDICT.TOTAL_HOURS)),
                Judgement.YearResult.valueOf(row.get(VERDICT.RESULT)));
    }

    private CertificateRow toCertificate(Record row) {
        return new CertificateRow(
                row.get(CERTIFICATE_VIEW.ID),
                row.get(CERTIFICATE_VIEW.NUMBER),
                row.get(CERTIFICATE_VIEW.SCHEME),
                packs.current(row.get(CERTIFICATE_VIEW.SCHEME)).label(),
                row.get(CERTIFICATE_VIEW.YEAR),
                row.get(CERTIFICATE_VIEW.TITLE),
                row.get(CERTIFICATE_VIEW.PERSON_ID),
                row.get(CERTIFICATE_VIEW.HOLDER),
                row.get(ORGANIZATION_VIEW.NAME),
                row.get(PERSON_VIEW.DEPARTMENT),
                CertificateStatus.valueOf(row.get(CERTIFICATE_VIEW.STATUS)),
                row.get(CERTIFICATE_VIEW.ISSUED_AT),
                row.get(CERTIFICATE_VIEW.REVOKED_AT),
                row.get(CERTIFICATE_VIEW.REVOKED_BY),
                row.get(CERTIFICATE_VIEW.REASON));
    }
}
