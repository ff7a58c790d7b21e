package org.xueshi.evaluation;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.xueshi.evaluation.db.Tables.VERDICT;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;
import static org.xueshi.person.view.Tables.PERSON_VIEW;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.xueshi.person.PersonStatus;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Measure;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Requirement;

/**
 * Judges a year for everybody, in one statement each for whoever has lines and whoever has none: adds up the ledger once, tests the
 * sums, and writes only verdicts that are new or different. It says in SQL what {@link org.xueshi.policy.Judge} says in Java; a test holds the two against each other.
 */
@Component
class MassJudgement {

    private static final Table<?> SUMS = table(name("sums"));
    private static final Field<Long> PERSON = field(name("sums", "person_id"), SQLDataType.BIGINT);
    private static final Field<Integer> ENTRIES = field(name("sums", "entries"), SQLDataType.INTEGER);

    private final DSLContext database;

    MassJudgement(DSLContext database) {
        this.database = database;
    }

    /** The schemes whose lines a judgement looks at. */
    static Set<String> schemes(Pack pack) {
        Set<String> schemes = new LinkedHashSet<>(List.of(pack.id()));
        pack.recognitions().forEach(recognition -> schemes.add(recognition.scheme()));
        return schemes;
    }

    /** Judges whoever has lines. Returns how many verdicts were written. */
    int judge(Pack pack, Requirement requirement, int year, Instant now) {
        JudgedLines lines = JudgedLines.of(pack, requirement, year);
        JudgedColumns columns = new JudgedColumns(lines, requirement, pack);
        return write(
                database.select(columns.summed)
                        .from(lines.table())
                        .where(lines.condition())
                        .groupBy(lines.person()),
                columns,
                year,
                now);
    }

    /**
     * Judges whomever the pack holds for and who has no verdict yet, for he has done nothing: whoever looks after people looks for
     * these first. Returns how many verdicts were written.
     */
    int begin(Pack pack, Requirement requirement, int year, Instant now) {
        JudgedColumns columns = new JudgedColumns(JudgedLines.of(pack, requirement, year), requirement, pack);
        Condition judged = exists(selectOne()
                .from(VERDICT)
                .where(VERDICT.PERSON_ID.eq(PERSON_VIEW.ID), VERDICT.SCHEME.eq(pack.id()), VERDICT.YEAR.eq(year)));
        // Found by two indexes alone: most people have a verdict, and what else there is to know of them is not read.
        var missing = name("missing")
                .asMaterialized(database.select(PERSON_VIEW.ID.as("id"))
                        .from(PERSON_VIEW)
                        .where(PERSON_VIEW.STATUS.eq(inline(PersonStatus.ACTIVE.name())), not(judged)));
        return write(
                database.with(missing)
                        .select(columns.nothing())
                        .from(missing)
                        .join(PERSON_VIEW)
                        .on(PERSON_VIEW.ID.eq(field(name("missing", "id"), SQLDataType.BIGINT)))
                        .join(ORGANIZATION_VIEW)
                        .on(ORGANIZATION_VIEW.ID.eq(PERSON_VIEW.EMPLOYER_ID))
                        .where(columns.holds()),
                columns,
                year,
                now);
    }

    private int write(Select<?> added, JudgedColumns columns, int year, Instant now) {
        Pack pack = columns.pack;
        Requirement requirement = columns.requirement;
        var sums = name("sums").as(added);
        var judged = name("judged")
                .as(database.select(
                                PERSON,
                                columns.passed().as("passed"),
                                columns.of(Measure.total()).as("total_hours"),
                                array(columns.ofSubjects()).as("subject_hours"),
                                ENTRIES)
                        .from(columns.needsFacts() ? withFacts() : SUMS)
                        .where(columns.judgedAtAll()));
        Field<Long> person = field(name("judged", "person_id"), SQLDataType.BIGINT);
        Field<String> result = when(
                        field(name("judged", "passed"), SQLDataType.BOOLEAN),
                        inline(Judgement.YearResult.PASSED.name()))
                .otherwise(inline(Judgement.YearResult.NOT_PASSED.name()));
        Field<BigDecimal> total = field(name("judged", "total_hours"), VERDICT.TOTAL_HOURS.getDataType());
        Field<BigDecimal[]> subjects = field(name("judged", "subject_hours"), VERDICT.SUBJECT_HOURS.getDataType());
        Field<Integer> entries = field(name("judged", "entries"), SQLDataType.INTEGER);
        return database.with(sums)
                .with(judged)
                .insertInto(VERDICT)
                .columns(
                        VERDICT.PERSON_ID,
                        VERDICT.SCHEME,
                        VERDICT.YEAR,
                        VERDICT.RESULT,
                        VERDICT.TOTAL_HOURS,
                        VERDICT.SUBJECT_HOURS,
                        VERDICT.PACK_VERSION,
                        VERDICT.REQUIREMENT,
                        VERDICT.ENTRIES,
                        VERDICT.JUDGED_AT)
                .select(database.select(
                                person,
                                val(pack.id()),
                                val(year),
                                result,
                                total,
                                subjects,
                                val(pack.version()),
                                val(requirement.id()),
                                entries,
                                val(now))
                        .from(table(name("judged")))
                        // Most verdicts are as they were: those are compared, not written.
                        .leftJoin(VERDICT)
                        .on(VERDICT.PERSON_ID.eq(person), VERDICT.SCHEME.eq(pack.id()), VERDICT.YEAR.eq(year))
                        .where(VERDICT.PERSON_ID
                                .isNull()
                                .or(not(row(
                                                VERDICT.RESULT,
                                                VERDICT.TOTAL_HOURS,
                                                VERDICT.SUBJECT_HOURS,
                                                VERDICT.PACK_VERSION,
                                                VERDICT.REQUIREMENT,
                                                VERDICT.ENTRIES)
                                        .eq(row(
                                                result,
                                                total,
                                                subjects,
                                                val(pack.version()),
                                                val(requirement.id()),
                                                entries))))))
                .onConflict(VERDICT.PERSON_ID, VERDICT.SCHEME, VERDICT.YEAR)
                .doUpdate()
                .set(VERDICT.RESULT, excluded(VERDICT.RESULT))
                .set(VERDICT.TOTAL_HOURS, excluded(VERDICT.TOTAL_HOURS))
                .set(VERDICT.SUBJECT_HOURS, excluded(VERDICT.SUBJECT_HOURS))
                .set(VERDICT.PACK_VERSION, excluded(VERDICT.PACK_VERSION))
                .set(VERDICT.REQUIREMENT, excluded(VERDICT.REQUIREMENT))
                .set(VERDICT.ENTRIES, excluded(VERDICT.ENTRIES))
                .set(VERDICT.JUDGED_AT, excluded(VERDICT.JUDGED_AT))
                // Somebody may have been credited since this statement began: his verdict knows more lines than we do.
                .where(VERDICT.ENTRIES.le(excluded(VERDICT.ENTRIES)))
                .execute();
    }

    private static Table<?> withFacts() {
        return SUMS.join(PERSON_VIEW)
                .on(PERSON_VIEW.ID.eq(PERSON))
                .join(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(PERSON_VIEW.EMPLOYER_ID));
    }
}
