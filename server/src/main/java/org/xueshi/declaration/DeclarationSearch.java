package org.xueshi.declaration;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.xueshi.declaration.db.Tables.DECLARATION;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;
import static org.xueshi.person.view.Tables.PERSON_VIEW;
import static org.xueshi.review.view.Tables.CASE_VIEW;
import static org.xueshi.review.view.Tables.DECISION_VIEW;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.organization.OrganizationScope;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningForm;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/** Lists of declarations: a person's progress, a reviewer's desk, an overseer's records. */
@Repository
class DeclarationSearch {

    /*
     * Left joins, although nothing is ever missing: the database then leaves out of a count what the count does not ask for.
     */
    private static final Table<?> DECLARED = withNames(DECLARATION)
            .leftJoin(CASE_VIEW)
            .on(CASE_VIEW.KIND.eq(inline(Declarations.REVIEW)), CASE_VIEW.SUBJECT_ID.eq(DECLARATION.ID));

    private static final Table<?> WAITING =
            withNames(CASE_VIEW.leftJoin(DECLARATION).on(DECLARATION.ID.eq(CASE_VIEW.SUBJECT_ID)));

    private static Table<?> withNames(Table<?> declarations) {
        return declarations
                .leftJoin(PERSON_VIEW)
                .on(PERSON_VIEW.ID.eq(DECLARATION.PERSON_ID))
                .leftJoin(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(DECLARATION.EMPLOYER_ID));
    }

    private final DSLContext database;
    private final Packs packs;

    DeclarationSearch(DSLContext database, Packs packs) {
        this.database = database;
        this.packs = packs;
    }

    /** 申报进度查询: a person's own, latest first. */
    Page<DeclarationRow> progress(long personId, DeclarationFilter filter, PageQuery page) {
        Condition own = DECLARATION.PERSON_ID.eq(personId).and(condition(filter));
        return page(DECLARED, own, page, DECLARATION.ID.desc());
    }

    /** How many of a person's own stand where. */
    Map<DeclarationStatus, Integer> progressCounts(long personId) {
        Map<DeclarationStatus, Integer> counts = new LinkedHashMap<>();
        database.select(DECLARATION.STATUS, DSL.count())
                .from(DECLARATION)
                .where(DECLARATION.PERSON_ID.eq(personId), DECLARATION.STATUS.ne(DeclarationStatus.DELETED.name()))
                .groupBy(DECLARATION.STATUS)
                .forEach(row -> counts.put(DeclarationStatus.valueOf(row.value1()), row.value2()));
        return counts;
    }

    /** What waits for the caller's organization, longest waiting first. */
    Page<DeclarationRow> waiting(Caller caller, DeclarationFilter filter, PageQuery page) {
        Condition waiting = CASE_VIEW
                .KIND
                .eq(inline(Declarations.REVIEW))
                .and(CASE_VIEW.STATUS.eq(inline("OPEN")))
                .and(CASE_VIEW.PLACE_ID.eq(caller.organization()))
                // What waits is submitted: without a filter, the book of decisions alone is counted.
                .and(filter.status() == null ? noCondition() : status(filter))
                .and(conditionButStatus(filter));
        return page(WAITING, waiting, page, CASE_VIEW.WAITING_SINCE.asc());
    }

    /** What the caller's organization has decided, latest first. */
    Page<DeclarationRow> decided(Caller caller, DeclarationFilter filter, PageQuery page) {
        Condition decided = exists(selectOne()
                        .from(DECISION_VIEW)
                        .where(
                                DECISION_VIEW.CASE_ID.eq(CASE_VIEW.ID),
                                DECISION_VIEW.PLACE_ID.eq(caller.organization())))
                .and(OrganizationScope.of(caller, ORGANIZATION_VIEW))
                .and(condition(filter));
        return page(DECLARED, decided, page, DECLARATION.ID.desc());
    }

    /** 申报记录: everything that was submitted by the people a caller oversees, latest first. */
    Page<DeclarationRow> records(Caller caller, DeclarationFilter filter, PageQuery page) {
        Condition overseen = OrganizationScope.of(caller, ORGANIZATION_VIEW)
                .and(DECLARATION.STATUS.ne(DeclarationStatus.DRAFT.name()))
                .and(condition(filter));
        return page(DECLARED, overseen, page, DECLARATION.ID.desc());
    }

    private Page<DeclarationRow> page(Table<?> from, Condition condition, PageQuery page, OrderField<?> order) {
        List<DeclarationRow> items = database.select(DECLARATION.fields())
                .select(
                        PERSON_VIEW.NAME,
                        ORGANIZATION_VIEW.NAME,
                        CASE_VIEW.STATUS,
                        CASE_VIEW.LEVEL,
                        CASE_VIEW.LEVEL_NAME,
                        CASE_VIEW.PLACE_NAME,
                        CASE_VIEW.WAITING_SINCE)
                .from(from)
                .where(condition)
                .orderBy(order, DECLARATION.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch(this::toRow);
        int counted =
                database.fetchCount(selectOne().from(from).where(condition).limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    private static Condition condition(DeclarationFilter filter) {
        return status(filter).and(conditionButStatus(filter));
    }

    private static Condition status(DeclarationFilter filter) {
        return filter.status() == null
                ? DECLARATION.STATUS.ne(inline(DeclarationStatus.DELETED.name()))
                : DECLARATION.STATUS.eq(filter.status().name());
    }

    private static Condition conditionButStatus(DeclarationFilter filter) {
        Condition condition = noCondition();
        if (filter.year() != null) {
            condition = condition.and(DECLARATION.YEAR.eq(filter.year()));
        }
        if (isGiven(filter.subject())) {
            condition = condition.and(DECLARATION.SUBJECT.eq(filter.subject()));
        }
        if (isGiven(filter.form())) {
            condition = condition.and(DECLARATION.FORM.eq(filter.form()));
        }
        if (isGiven(filter.scheme())) {
            condition = condition.and(DECLARATION.SCHEME.eq(filter.scheme()));
        }
        if (isGiven(filter.name())) {
            condition = condition.and(PERSON_VIEW.NAME.contains(filter.name()));
        }
        return condition;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private DeclarationRow toRow(Record row) {
        Pack pack = packs.version(row.get(DECLARATION.SCHEME), row.get(DECLARATION.PACK_VERSION));
        DeclarationStatus status = DeclarationStatus.valueOf(row.get(DECLARATION.STATUS));
        boolean submitted = status == DeclarationStatus.SUBMITTED;
        return new DeclarationRow(
                row.get(DECLARATION.ID),
                row.get(DECLARATION.PERSON_ID),
                row.get(PERSON_VIEW.NAME),
                row.get(ORGANIZATION_VIEW.NAME),
                pack.id(),
                pack.label(),
                row.get(DECLARATION.YEAR),
                row.get(DECLARATION.SUBJECT),
                pack.subjectName(row.get(DECLARATION.SUBJECT)),
                pack.form(row.get(DECLARATION.FORM)).map(LearningForm::name).orElse(row.get(DECLARATION.FORM)),
                row.get(DECLARATION.TITLE),
                row.get(DECLARATION.BEGAN_ON),
                row.get(DECLARATION.ENDED_ON),
                hours(row.get(DECLARATION.CLAIMED_HOURS)),
                hours(row.get(DECLARATION.REVIEWED_HOURS)),
                hours(row.get(DECLARATION.RECOGNISED_HOURS)),
                status,
                submitted ? row.get(CASE_VIEW.PLACE_NAME) : null,
                submitted ? row.get(CASE_VIEW.LEVEL_NAME) : null,
                submitted ? row.get(CASE_VIEW.WAITING_SINCE) : null,
                submitted && Integer.valueOf(0).equals(row.get(CASE_VIEW.LEVEL)),
                row.get(DECLARATION.REGISTERED_BY) != null,
                row.get(DECLARATION.VERSION));
    }

    private static @Nullable Hours hours(@Nullable BigDecimal amount) {
        return amount == null ? null : Hours.of(amount);
    }
}
