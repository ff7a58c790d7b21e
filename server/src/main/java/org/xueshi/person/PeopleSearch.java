package org.xueshi.person;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;
import static org.xueshi.person.db.Tables.LOOK;
import static org.xueshi.person.db.Tables.PERSON;
import static org.xueshi.review.view.Tables.CASE_VIEW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.organization.OrganizationScope;
import org.xueshi.person.db.tables.records.PersonRecord;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;

/** Lists of people and of registrations. */
@Repository
class PeopleSearch {

    private final DSLContext database;
    private final PersonStore store;

    PeopleSearch(DSLContext database, PersonStore store) {
        this.database = database;
        this.store = store;
    }

    /** The people a caller oversees. */
    Page<PersonRow> people(Caller caller, PeopleFilter filter, PageQuery page) {
        Condition condition = OrganizationScope.of(caller, ORGANIZATION_VIEW).and(condition(filter));
        // Put in order by the index alone; only the people of the page are read. Page and size are written out:
        // bound, they would make the database plan anew at every look.
        var onPage = database.select(PERSON.ID)
                .from(PERSON)
                .join(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(PERSON.EMPLOYER_ID))
                .where(condition)
                .orderBy(ORGANIZATION_VIEW.PREFIX, PERSON.EMPLOYER_ID, PERSON.ID)
                .limit(inline(page.limit()))
                .offset(inline(page.offset()));
        List<PersonRow> items = database.select(PERSON.fields())
                .select(ORGANIZATION_VIEW.NAME)
                .from(PERSON)
                .join(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(PERSON.EMPLOYER_ID))
                .where(PERSON.ID.in(onPage))
                .orderBy(ORGANIZATION_VIEW.PREFIX, PERSON.EMPLOYER_ID, PERSON.ID)
                .fetch(row -> toRow(row.into(PERSON), row.get(ORGANIZATION_VIEW.NAME)));
        int counted = database.fetchCount(selectOne()
                .from(PERSON)
                .join(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(PERSON.EMPLOYER_ID))
                .where(condition)
                .limit(inline(page.counted() + 1)));
        return Page.of(items, counted, page);
    }

    /** The one with this document number, of those the caller oversees. */
    Optional<PersonRow> byNumber(Caller caller, String number) {
        return database.select(PERSON.fields())
                .select(ORGANIZATION_VIEW.NAME)
                .from(PERSON)
                .join(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(PERSON.EMPLOYER_ID))
                .where(OrganizationScope.of(caller, ORGANIZATION_VIEW))
                .and(store.byNumber(IdDocument.normalise(number)))
                .and(PERSON.STATUS.ne(PersonStatus.WITHDRAWN.name()))
                .fetchOptional(row -> toRow(row.into(PERSON), row.get(ORGANIZATION_VIEW.NAME)));
    }

    /** Registrations with the caller's employer: those that wait for it, or those that were decided. */
    Page<RegistrationRow> registrations(Caller caller, boolean waiting, PageQuery page) {
        Condition condition = PERSON.EMPLOYER_ID
                .eq(caller.organization())
                .and(
                        waiting
                                ? PERSON.STATUS.eq(PersonStatus.PENDING.name())
                                : PERSON.STATUS.ne(PersonStatus.PENDING.name()));
        List<RegistrationRow> items = database.select(PERSON.fields())
                .select(CASE_VIEW.ROUND, CASE_VIEW.WAITING_SINCE)
                .from(PERSON)
                .join(CASE_VIEW)
                .on(CASE_VIEW.KIND.eq(People.REVIEW), CASE_VIEW.SUBJECT_ID.eq(PERSON.ID))
                .where(condition)
                .orderBy(waiting ? CASE_VIEW.WAITING_SINCE.asc() : CASE_VIEW.WAITING_SINCE.desc(), PERSON.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch(row ->
                        toRegistration(row.into(PERSON), row.get(CASE_VIEW.ROUND), row.get(CASE_VIEW.WAITING_SINCE)));
        int counted =
                database.fetchCount(selectOne().from(PERSON).where(condition).limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    /** 谁看过我的信息, latest first. */
    List<Look> looks(long personId) {
        return database.selectFrom(LOOK)
                .where(LOOK.PERSON_ID.eq(personId))
                .orderBy(LOOK.ID.desc())
                .limit(100)
                .fetch(row -> new Look(row.getName(), row.getPlace(), row.getReason(), row.getAt()));
    }

    private Condition condition(PeopleFilter filter) {
        Condition condition = filter.status() == null
                ? PERSON.STATUS.ne(inline(PersonStatus.WITHDRAWN.name()))
                : PERSON.STATUS.eq(filter.status().name());
        if (isGiven(filter.name())) {
            condition = condition.and(
                    PERSON.NAME.contains(String.valueOf(filter.name()).strip()));
        }
        if (isGiven(filter.employer())) {
            condition = condition.and(ORGANIZATION_VIEW.NAME.containsIgnoreCase(
                    String.valueOf(filter.employer()).strip()));
        }
        if (isGiven(filter.department())) {
            condition = condition.and(PERSON.DEPARTMENT.contains(
                    String.valueOf(filter.department()).strip()));
        }
        return condition;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private RegistrationRow toRegistration(PersonRecord row, int round, Instant waitingSince) {
        return new RegistrationRow(
                row.getId(),
                row.getName(),
                store.document(row).masked(),
                PersonCategory.valueOf(row.getCategory()),
                row.getDepartment(),
                PersonStatus.valueOf(row.getStatus()),
                round,
                waitingSince);
    }

    private PersonRow toRow(PersonRecord row, String employerName) {
        return new PersonRow(
                row.getId(),
                row.getName(),
                store.document(row).masked(),
                employerName,
                row.getDepartment(),
                PersonCategory.valueOf(row.getCategory()),
                row.getTitleLevel(),
                row.getTitle(),
                PersonStatus.valueOf(row.getStatus()),
                row.getRegisteredAt());
    }
}
