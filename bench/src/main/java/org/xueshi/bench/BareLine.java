package org.xueshi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xueshi.bench.province.Drafts;
import org.xueshi.bench.province.Drafts.Draft;
import org.xueshi.bench.province.Places;
import org.xueshi.bench.province.Scale;

/**
 * Writes by hand, in one transaction, every row that a claim leaves behind on its way into the ledger: its own three states, its case
 * with three steps, source and line of the ledger, the verdict, the message, and the three answers kept for repetitions. The
 * database's triggers write the audit trail, here as there. Nothing is read and nothing is checked.
 */
final class BareLine implements AutoCloseable {

    /** About as long as the sealed answer to a submission. */
    private static final byte[] LONG_ANSWER = bytes(2_500);

    private static final byte[] SHORT_ANSWER = bytes(60);
    private static final String CHAIN = "[{\"name\":\"用人单位\",\"places\":[{\"id\":%d,\"name\":\"某区第一中学\"}]},"
            + "{\"name\":\"行业主管部门或同级人社部门\",\"places\":[{\"id\":%d,\"name\":\"某区人力资源和社会保障局\"}]}]";

    private final Connection connection;
    private final int year;
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private final PreparedStatement acting;
    private final PreparedStatement submit;
    private final PreparedStatement review;
    private final PreparedStatement accept;
    private final PreparedStatement openCase;
    private final PreparedStatement forwardCase;
    private final PreparedStatement closeCase;
    private final PreparedStatement step;
    private final PreparedStatement source;
    private final PreparedStatement entry;
    private final PreparedStatement verdict;
    private final PreparedStatement message;
    private final PreparedStatement answer;

    BareLine(Connection connection, int year) throws SQLException {
        this.connection = connection;
        this.year = year;
        connection.setAutoCommit(false);
        acting = prepare("select set_config('xueshi.actor', ?, true), set_config('xueshi.account', ?, true)");
        submit = prepare(
                "update declaration.declaration set status = 'SUBMITTED', submitted_at = ?, version = 1 where id = ?");
        review = prepare("update declaration.declaration set reviewed_hours = claimed_hours, version = 2 where id = ?");
        accept = prepare("update declaration.declaration set status = 'ACCEPTED', recognised_hours = claimed_hours,"
                + " decided_at = ?, version = 3 where id = ?");
        openCase = prepare(
                "insert into review.review_case (kind, subject_id, title, applicant_person_id, applicant_name, chain,"
                        + " status, place_id, opened_at, waiting_since)"
                        + " values ('DECLARATION', ?, ?, ?, '王秀英', ?::jsonb, 'OPEN', ?, ?, ?) returning id");
        forwardCase = prepare(
                "update review.review_case set level = 1, place_id = ?, waiting_since = ?, version = 1 where id = ?");
        closeCase = prepare(
                "update review.review_case set status = 'ACCEPTED', place_id = null, waiting_since = ?, version = 2"
                        + " where id = ?");
        step = prepare(
                "insert into review.step (case_id, round, level, outcome, level_name, place_id, place_name, account_id,"
                        + " actor_name, applicant_person_id, at) values (?, 1, ?, ?, '用人单位', ?, '某区第一中学', ?, '刘海燕', ?, ?)");
        source = prepare("insert into ledger.source (kind, key, year) values ('DECLARATION', ?, ?)");
        entry = prepare(
                "insert into ledger.entry (year, person_id, scheme, subject, form, form_name, title, mode, hours,"
                        + " source_kind, source_key, recognised_by, rule, pack_version, recorded_at, recorded_by)"
                        + " values (?, ?, ?, 'PROFESSIONAL', 'F02_TRAINING', '岗位培训', ?, 'OFFLINE', ?, 'DECLARATION', ?,"
                        + " '某区人力资源和社会保障局', '河南省专业技术人员继续教育（第1版）·岗位培训', 1, ?, ?) returning id");
        verdict = prepare("insert into evaluation.verdict (person_id, scheme, year, result, total_hours, subject_hours,"
                + " pack_version, requirement, entries, judged_at) values (?, ?, ?, 'NOT_PASSED', 60, '{30, 30}', 1, 'HN-30-60', 4, ?)"
                + " on conflict (person_id, scheme, year) do update set result = excluded.result,"
                + " total_hours = excluded.total_hours, subject_hours = excluded.subject_hours, entries = excluded.entries,"
                + " judged_at = excluded.judged_at");
        message = prepare("insert into message.message (person_id, title, body, link, sent_at)"
                + " values (?, '学时申报审核通过', '您申报的课程标准与命题评价专题研修已审核通过，认定 4 学时。', ?, ?)");
        answer = prepare(
                "insert into platform.answered_request (principal, key, request_mac, status, answer, answered_at)"
                        + " values (?, ?, ?, 200, ?, ?)");
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        prepared.add(statement);
        return statement;
    }

    void write(Draft draft) {
        try {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            String title = "课程标准与命题评价专题研修第%d期".formatted(draft.id());
            run(acting, "account:" + draft.person(), Long.toString(draft.person()));

            run(submit, now, draft.id());
            String chain = CHAIN.formatted(draft.employer(), draft.bureau());
            long caseId = id(openCase, draft.id(), title, draft.person(), chain, draft.employer(), now, now);
            run(step, caseId, 0, "SUBMITTED", null, draft.person(), draft.person(), now);
            answer(draft.person(), LONG_ANSWER, now);

            run(forwardCase, draft.bureau(), now, caseId);
            step(caseId, 0, draft.employer(), draft.person(), now);
            run(review, draft.id());
            answer(Places.administrator(draft.employer()), SHORT_ANSWER, now);

            run(closeCase, now, caseId);
            step(caseId, 1, draft.bureau(), draft.person(), now);
            run(accept, now, draft.id());
            String key = Long.toString(draft.id());
            run(source, key, year);
            id(
                    entry,
                    year,
                    draft.person(),
                    Scale.SCHEME,
                    title,
                    Drafts.HOURS,
                    key,
                    now,
                    Places.administrator(draft.bureau()));
            run(verdict, draft.person(), Scale.SCHEME, year, now);
            run(message, draft.person(), "/declarations/" + draft.id(), now);
            answer(Places.administrator(draft.bureau()), SHORT_ANSWER, now);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void step(long caseId, int level, long place, long person, OffsetDateTime now) throws SQLException {
        run(step, caseId, level, "PASSED", place, Places.administrator(place), person, now);
    }

    private void answer(long account, byte[] text, OffsetDateTime now) throws SQLException {
        run(answer, "account:" + account, UUID.randomUUID(), SHORT_ANSWER, text, now);
    }

    private static void run(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        bind(statement, values);
        statement.execute();
    }

    private static long id(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        bind(statement, values);
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.BIGINT);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : prepared) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
