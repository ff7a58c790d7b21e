package org.xueshi.evaluation;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.xueshi.ledger.view.tables.EntryView;
import org.xueshi.policy.Measure;
import org.xueshi.policy.MeasureUnit;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Recognition;
import org.xueshi.policy.Requirement;

/**
 * The lines of the ledger that a judgement of everybody looks at: a scheme's own, and those it recognises of others under its own
 * subjects. A recognised line of an event that the scheme has itself is looked at but does not count.
 */
record JudgedLines(
        Table<?> table,
        Condition condition,
        Field<Long> person,
        Field<Boolean> own,
        Condition counts,
        Field<String> subject,
        Field<String> topic,
        Field<String> mode,
        Field<String> form,
        Field<BigDecimal> hours,
        Field<BigDecimal> days) {

    private static final EntryView LINE = EntryView.ENTRY_VIEW;
    private static final EntryView OWN = EntryView.ENTRY_VIEW.as("own_line");

    static JudgedLines of(Pack pack, Requirement requirement, int year) {
        return pack.recognitions().isEmpty() ? ofOne(pack, requirement, year) : ofSeveral(pack, requirement, year);
    }

    private static JudgedLines ofOne(Pack pack, Requirement requirement, int year) {
        return new JudgedLines(
                LINE,
                inScheme(LINE, pack.id()).and(inSpan(LINE, requirement, year)),
                LINE.PERSON_ID,
                inline(true),
                noCondition(),
                LINE.SUBJECT,
                LINE.TOPIC,
                LINE.MODE,
                LINE.FORM,
                LINE.HOURS,
                LINE.DAYS);
    }

    private static JudgedLines ofSeveral(Pack pack, Requirement requirement, int year) {
        Condition span = inSpan(LINE, requirement, year);
        Select<? extends Record> union =
                lines(inline(true), LINE.SUBJECT, inline(true)).where(inScheme(LINE, pack.id()), span);
        for (Recognition recognition : pack.recognitions()) {
            Field<String> ownSubject = ownSubject(recognition);
            Condition counted = LINE.SUBJECT
                    .in(recognition.subjects().keySet())
                    .and(LINE.EVENT.isNull().or(not(isRecordedHere(pack, requirement, year))));
            var others =
                    lines(inline(false), ownSubject, field(counted)).where(inScheme(LINE, recognition.scheme()), span);
            union = ((Select<Record>) union).unionAll((Select<Record>) others);
        }
        Table<?> all = DSL.table(union).as("line");
        return new JudgedLines(
                all,
                noCondition(),
                column("person_id", SQLDataType.BIGINT),
                column("own", SQLDataType.BOOLEAN),
                DSL.condition(column("counted", SQLDataType.BOOLEAN)),
                column("subject", SQLDataType.CLOB),
                column("topic", SQLDataType.CLOB),
                column("mode", SQLDataType.CLOB),
                column("form", SQLDataType.CLOB),
                column("hours", SQLDataType.NUMERIC),
                column("days", SQLDataType.NUMERIC));
    }

    private static org.jooq.SelectJoinStep<? extends Record> lines(
            Field<Boolean> own, Field<String> subject, Field<Boolean> counted) {
        return select(
                        LINE.PERSON_ID.as("person_id"),
                        own.as("own"),
                        counted.as("counted"),
                        subject.as("subject"),
                        LINE.TOPIC.as("topic"),
                        LINE.MODE.as("mode"),
                        LINE.FORM.as("form"),
                        LINE.HOURS.as("hours"),
                        LINE.DAYS.as("days"))
                .from(LINE);
    }

    /** Whether the scheme has the event itself, and did not take it back. */
    private static Condition isRecordedHere(Pack pack, Requirement requirement, int year) {
        return exists(selectOne()
                .from(OWN)
                .where(
                        inScheme(OWN, pack.id()),
                        inSpan(OWN, requirement, year),
                        OWN.PERSON_ID.eq(LINE.PERSON_ID),
                        OWN.EVENT.eq(LINE.EVENT))
                .groupBy(OWN.EVENT)
                .having(sum(OWN.HOURS).gt(BigDecimal.ZERO)));
    }

    private static Field<String> ownSubject(Recognition recognition) {
        CaseConditionStep<String> cases = null;
        for (var mapped : recognition.subjects().entrySet()) {
            Condition theirs = LINE.SUBJECT.eq(inline(mapped.getKey()));
            Field<String> ours = inline(mapped.getValue());
            cases = cases == null ? when(theirs, ours) : cases.when(theirs, ours);
        }
        return cases == null ? LINE.SUBJECT : cases.otherwise(LINE.SUBJECT);
    }

    private static Condition inScheme(EntryView line, String scheme) {
        return line.SCHEME.eq(scheme);
    }

    private static Condition inSpan(EntryView line, Requirement requirement, int year) {
        return requirement.span() == 1 ? line.YEAR.eq(year) : line.YEAR.between(year - requirement.span() + 1, year);
    }

    private static <T> Field<T> column(String column, org.jooq.DataType<T> type) {
        return field(name("line", column), type);
    }

    /** The amount of one line, in the unit of a measure. */
    Field<BigDecimal> amount(MeasureUnit unit) {
        return switch (unit) {
            case HOURS -> hours;
            case DAYS -> coalesce(days, BigDecimal.ZERO);
        };
    }

    /** Whether a line is added to a measure. */
    Condition covered(Measure measure) {
        Condition covered = counts;
        if (measure.subject() != null) {
            covered = covered.and(subject.eq(inline(measure.subject())));
        }
        if (measure.topic() != null) {
            covered = covered.and(topic.eq(inline(measure.topic())));
        }
        if (measure.mode() != null) {
            covered = covered.and(mode.eq(inline(measure.mode().name())));
        }
        if (!measure.forms().isEmpty()) {
            covered = covered.and(form.in(measure.forms()));
        }
        return covered;
    }
}
