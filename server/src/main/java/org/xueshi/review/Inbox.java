package org.xueshi.review;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.xueshi.review.view.Tables.CASE_VIEW;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;

/** 待办: what waits for an organization, oldest first. */
@Repository
class Inbox {

    private static final List<String> KINDS = List.of("REGISTRATION", "DECLARATION");

    /** Whoever has more to do than this need not know how much more. */
    private static final int COUNTED = 1_000;

    private final DSLContext database;

    Inbox(DSLContext database) {
        this.database = database;
    }

    Page<InboxRow> page(Caller caller, @Nullable String kind, PageQuery page) {
        Condition waiting = waiting(caller).and(kind == null ? DSL.noCondition() : CASE_VIEW.KIND.eq(kind));
        List<InboxRow> items = database.select(
                        CASE_VIEW.KIND,
                        CASE_VIEW.SUBJECT_ID,
                        CASE_VIEW.TITLE,
                        CASE_VIEW.APPLICANT_NAME,
                        CASE_VIEW.LEVEL_NAME,
                        CASE_VIEW.ROUND,
                        CASE_VIEW.WAITING_SINCE)
                .from(CASE_VIEW)
                .where(waiting)
                .orderBy(CASE_VIEW.WAITING_SINCE, CASE_VIEW.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch(row -> new InboxRow(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
        int counted =
                database.fetchCount(selectOne().from(CASE_VIEW).where(waiting).limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    List<InboxCount> counts(Caller caller) {
        return KINDS.stream().map(kind -> count(caller, kind)).toList();
    }

    private InboxCount count(Caller caller, String kind) {
        Condition waiting = waiting(caller).and(CASE_VIEW.KIND.eq(kind));
        int counted =
                database.fetchCount(selectOne().from(CASE_VIEW).where(waiting).limit(COUNTED + 1));
        var oldest = database.select(CASE_VIEW.WAITING_SINCE)
                .from(CASE_VIEW)
                .where(waiting)
                .orderBy(CASE_VIEW.WAITING_SINCE, CASE_VIEW.ID)
                .limit(1)
                .fetchOne(CASE_VIEW.WAITING_SINCE);
        return new InboxCount(kind, Math.min(counted, COUNTED), counted > COUNTED, oldest);
    }

    private static Condition waiting(Caller caller) {
        return CASE_VIEW
                .STATUS
                // Written out, so that the index of open cases fits a plan that is made once.
                .eq(inline(CaseStatus.OPEN.name()))
                .and(CASE_VIEW.PLACE_ID.eq(caller.organization()));
    }
}
