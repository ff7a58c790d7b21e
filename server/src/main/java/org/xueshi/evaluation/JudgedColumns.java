package org.xueshi.evaluation;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;
import static org.xueshi.person.view.Tables.PERSON_VIEW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.SQLDataType;
import org.xueshi.policy.AtLeast;
import org.xueshi.policy.Cap;
import org.xueshi.policy.Measure;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Requirement;
import org.xueshi.policy.Subject;
import org.xueshi.policy.Whom;

/** The sums that a requirement needs of {@link JudgedLines}, each added up once, and the tests on them, in SQL. */
final class JudgedColumns {

    private static final Field<Boolean> HAS_OWN = field(name("sums", "has_own"), SQLDataType.BOOLEAN);

    final List<SelectField<?>> summed = new ArrayList<>();
    private final Map<Measure, Field<BigDecimal>> sums = new LinkedHashMap<>();
    final Requirement requirement;
    final Pack pack;

    JudgedColumns(JudgedLines lines, Requirement requirement, Pack pack) {
        this.requirement = requirement;
        this.pack = pack;
        summed.add(lines.person().as("person_id"));
        summed.add(count().as("entries"));
        summed.add(boolOr(lines.own()).as("has_own"));
        add(Measure.total(), lines);
        pack.subjects().forEach(subject -> add(Measure.ofSubject(subject.code()), lines));
        requirement.caps().forEach(cap -> add(cap.measure(), lines));
        requirement.alternatives().forEach(tests -> tests.forEach(test -> add(test.measure(), lines)));
    }

    private void add(Measure measure, JudgedLines lines) {
        if (!sums.containsKey(measure)) {
            String column = "sum_" + sums.size();
            summed.add(coalesce(
                            sum(lines.amount(measure.unit())).filterWhere(lines.covered(measure)),
                            inline(BigDecimal.ZERO))
                    .as(column));
            sums.put(measure, field(name("sums", column), SQLDataType.NUMERIC));
        }
    }

    /** What {@link #summed} comes to for a person without any line. */
    List<SelectField<?>> nothing() {
        List<SelectField<?>> nothing = new ArrayList<>(List.of(
                PERSON_VIEW.ID.as("person_id"),
                inline(0).as("entries"),
                inline(false).as("has_own")));
        sums.values()
                .forEach(sum -> nothing.add(
                        inline(BigDecimal.ZERO).cast(SQLDataType.NUMERIC).as(sum.getName())));
        return nothing;
    }

    /** A sum, counting capped lines only as far as their cap. */
    Field<BigDecimal> of(Measure measure) {
        Field<BigDecimal> sum = plain(measure);
        boolean total = measure.equals(Measure.total());
        for (Cap cap : requirement.caps()) {
            boolean ofItsSubject = measure.equals(
                    Measure.ofSubject(String.valueOf(cap.measure().subject())));
            if (total || ofItsSubject) {
                Field<BigDecimal> excess =
                        plain(cap.measure()).minus(inline(cap.most().amount()));
                sum = sum.minus(greatest(excess, inline(BigDecimal.ZERO)));
            }
        }
        return sum;
    }

    private Field<BigDecimal> plain(Measure measure) {
        Field<BigDecimal> sum = sums.get(measure);
        if (sum == null) {
            throw new IllegalStateException("Not added up: " + measure);
        }
        return sum;
    }

    List<Field<BigDecimal>> ofSubjects() {
        return pack.subjects().stream()
                .map(Subject::code)
                .map(code -> of(Measure.ofSubject(code)))
                .toList();
    }

    Condition passed() {
        if (requirement.deemedPassed()) {
            return trueCondition();
        }
        Condition exempt = requirement.exempt().stream()
                .map(JudgedColumns::isOne)
                .reduce(Condition::or)
                .orElse(falseCondition());
        return requirement.alternatives().stream().map(this::allMet).reduce(exempt, Condition::or);
    }

    private Condition allMet(List<AtLeast> tests) {
        return tests.stream()
                .filter(test -> !test.advisory())
                .map(test -> of(test.measure()).ge(needed(test)))
                .reduce(Condition::and)
                .orElse(trueCondition());
    }

    private static Field<BigDecimal> needed(AtLeast test) {
        CaseConditionStep<BigDecimal> cases = null;
        for (AtLeast.Exception exception : test.exceptions()) {
            Field<BigDecimal> other = tenths(exception.tenths());
            cases = cases == null ? when(isOne(exception.whom()), other) : cases.when(isOne(exception.whom()), other);
        }
        return cases == null ? tenths(test.tenths()) : cases.otherwise(tenths(test.tenths()));
    }

    private static Field<BigDecimal> tenths(long tenths) {
        return inline(BigDecimal.valueOf(tenths, 1));
    }

    /** Whom the pack holds for is judged by others' lines alone; everybody else only when he has lines of the scheme itself. */
    Condition judgedAtAll() {
        if (pack.recognitions().isEmpty()) {
            return noCondition();
        }
        return condition(HAS_OWN).or(holds());
    }

    /** Whether the pack holds for a person. */
    Condition holds() {
        Condition inRegion =
                ORGANIZATION_VIEW.PREFIX.ge(pack.region()).and(ORGANIZATION_VIEW.PREFIX.lt(pack.region() + ":"));
        Condition one = pack.people().stream()
                .map(JudgedColumns::isOne)
                .reduce(Condition::or)
                .orElse(falseCondition());
        return inRegion.and(one);
    }

    boolean needsFacts() {
        boolean excepted = requirement.alternatives().stream()
                .flatMap(List::stream)
                .anyMatch(test -> !test.exceptions().isEmpty());
        return excepted
                || !requirement.exempt().isEmpty()
                || !pack.recognitions().isEmpty();
    }

    private static Condition isOne(Whom whom) {
        Condition condition = trueCondition();
        if (!whom.categories().isEmpty()) {
            condition = condition.and(PERSON_VIEW.CATEGORY.in(whom.categories()));
        }
        if (!whom.employerNatures().isEmpty()) {
            condition = condition.and(ORGANIZATION_VIEW.NATURE.in(whom.employerNatures()));
        }
        if (!whom.titleLevels().isEmpty()) {
            condition = condition.and(PERSON_VIEW.TITLE_LEVEL.in(whom.titleLevels()));
        }
        if (whom.titleBefore() != null) {
            condition = condition.and(PERSON_VIEW.TITLE_SINCE.lt(whom.titleBefore()));
        }
        return condition;
    }
}
