package org.xueshi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xueshi.ledger.db.Tables.ENTRY;
import static org.xueshi.ledger.db.Tables.SOURCE;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.ledger.Entry;
import org.xueshi.ledger.Ledger;
import org.xueshi.organization.Organization;
import org.xueshi.person.People;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Sha256;
import org.xueshi.policy.CountedEntry;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judge;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;
import org.xueshi.policy.Requirement;
import org.xueshi.policy.SamplePack;

/** The same rules are said in Java for one person and in SQL for everybody: here they are held against each other. */
@PlatformTest
class MassJudgementTest {

    private static final int YEAR = 2031;

    /** Where no other test looks: of the packs made here there is nothing but a verdict. */
    private static final String REGION = "411521";

    @Autowired
    private MassJudgement mass;

    @Autowired
    private VerdictStore store;

    @Autowired
    private Province province;

    @Autowired
    private People people;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Packs packs;

    @Autowired
    private DSLContext database;

    @Autowired
    private Clock clock;

    private static final String BOTH = """
            all_of:
              - at_least: {hours: 45, source: S, status: verbatim}
              - at_least: {hours: 15, of: {subject: GENERAL}, source: S, status: verbatim}
            """;

    private static final String EITHER_MODE_TOPIC_OR_DAYS = """
            any_of:
              - all_of:
                  - at_least: {hours: 40, of: {mode: OFFLINE}, source: S, status: verbatim}
                  - at_least: {hours: 5, of: {topic: ETHICS}, source: S, status: verbatim}
              - at_least: {days: 6, source: S, status: verbatim}
              - at_least: {hours: 60, of: {forms: [B, C]}, source: S, status: verbatim}
            """;

    private static final String CAPPED = BOTH + """
            caps:
              - {label: 一, of: {subject: PROFESSIONAL, forms: [A]}, hours: 30, source: S, status: verbatim}
              - {label: 二, of: {subject: PROFESSIONAL, forms: [B]}, hours: 25, source: S, status: verbatim}
              - {label: 三, of: {subject: GENERAL, mode: ONLINE}, hours: 20, source: S, status: verbatim}
            """;

    private static final String CYCLE = "cycle_years: 3\nat_least: {hours: 150, source: S, status: verbatim}\n";

    private static final String EXCEPTED = """
            all_of:
              - at_least:
                  hours: 200
                  except:
                    - {for: {title_before: 2016-01-01, employers: [PUBLIC_INSTITUTION]}, hours: 60}
                  source: S
                  status: verbatim
            """;

    private static final String EXEMPT = "exempt:\n  - {title_levels: [MID]}\n" + BOTH;

    private static final String ADVISED = """
            all_of:
              - at_least: {hours: 60, source: S, status: verbatim}
              - at_least: {hours: 1000, of: {topic: ETHICS}, advisory: true, source: S, status: verbatim}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                BOTH,
                EITHER_MODE_TOPIC_OR_DAYS,
                CAPPED,
                CYCLE,
                EXCEPTED,
                EXEMPT,
                ADVISED,
                "deemed_passed: true\n"
            })
    void everybodysVerdictIsWhatEachOnesWouldBe(String tests) {
        String scheme = "sample-" + UUID.randomUUID();
        Pack pack = SamplePack.asking("""
                requirements:
                  - id: R
                    years: {from: 2020}
                    basis: 试行
                    source: S
                    status: verbatim
                """ + tests.indent(4), scheme);
        holdAgainstEachOther(pack, List.of(scheme), tests.hashCode());
    }

    @Test
    void hoursOfASchemeThatIsRecognisedCountOnceForEachEvent() {
        Pack pack = packs.current("hunan-sydw");
        holdAgainstEachOther(pack, List.of("hunan-sydw", "hunan-zyjs"), 7);
    }

    @Test
    void aSecondRunWritesNothing() {
        String scheme = "sample-" + UUID.randomUUID();
        Pack pack = SamplePack.asking(SamplePack.REQUIREMENTS, scheme);
        Caller learner = province.learner(province.employer(REGION, null), "甲");
        write(learner.person(), List.of(scheme), new Random(1));
        Requirement requirement = pack.requirement(YEAR).orElseThrow();
        assertThat(province.as(() -> mass.judge(pack, requirement, YEAR, clock.instant())))
                .isEqualTo(1);
        assertThat(province.as(() -> mass.judge(pack, requirement, YEAR, clock.instant())))
                .isZero();
    }

    @Test
    void aJudgementOfFewerLinesDoesNotReplaceOneOfMore() {
        String scheme = "sample-" + UUID.randomUUID();
        Pack pack = SamplePack.asking(SamplePack.REQUIREMENTS, scheme);
        Caller learner = province.learner(province.employer(REGION, null), "甲");
        write(learner.person(), List.of(scheme), new Random(1));
        Verdict newer = new Verdict(
                learner.person(),
                scheme,
                YEAR,
                Judgement.YearResult.PASSED,
                Hours.of(500),
                List.of(Hours.of(250), Hours.of(250)),
                1,
                "R1",
                9999,
                clock.instant());
        province.run(() -> store.save(newer));
        province.as(() -> mass.judge(pack, pack.requirement(YEAR).orElseThrow(), YEAR, clock.instant()));
        assertThat(store.find(learner.person(), scheme, YEAR).orElseThrow().entries())
                .isEqualTo(9999);
    }

    private void holdAgainstEachOther(Pack pack, List<String> schemes, int seed) {
        Random random = new Random(seed);
        Organization henan = province.employer(REGION, null);
        Organization hunan = province.employer("430104", null);
        List<Caller> everybody = IntStream.range(0, 14)
                .mapToObj(i -> province.learner(i % 2 == 0 ? henan : hunan, "某" + i))
                .toList();
        everybody.subList(0, 12).forEach(each -> write(each.person(), schemes, random));
        Requirement requirement = pack.requirement(YEAR).orElseThrow();
        province.as(() -> mass.judge(pack, requirement, YEAR, clock.instant()));
        province.as(() -> mass.begin(pack, requirement, YEAR, clock.instant()));
        assertThat(province.as(() -> mass.begin(pack, requirement, YEAR, clock.instant())))
                .as("everybody has a verdict already")
                .isZero();
        int passed = 0;
        for (Caller each : everybody) {
            var facts = people.facts(people.get(each.person()));
            List<Integer> years = IntStream.rangeClosed(YEAR - requirement.span() + 1, YEAR)
                    .boxed()
                    .toList();
            List<CountedEntry> lines = ledger.entries(each.person(), years).stream()
                    .map(Entry::counted)
                    .toList();
            Judgement alone = Judge.judge(pack, YEAR, facts, lines);
            var together = store.find(each.person(), pack.id(), YEAR);
            boolean own = lines.stream().anyMatch(line -> line.scheme().equals(pack.id()));
            assertThat(together.isPresent()).isEqualTo(own || pack.holdsFor(facts));
            together.ifPresent(verdict -> {
                assertThat(verdict.result()).isEqualTo(alone.result());
                assertThat(verdict.total()).isEqualTo(alone.total());
                assertThat(verdict.subjects())
                        .containsExactlyElementsOf(alone.subjects().values());
            });
            passed += alone.isPassed() ? 1 : 0;
        }
        if (!requirement.deemedPassed() && requirement.exempt().isEmpty()) {
            assertThat(passed).as("the sample has both verdicts").isBetween(1, everybody.size() - 1);
        }
    }

    /** Random lines, some of them reversed, some of one event in two schemes. */
    private void write(long personId, List<String> schemes, Random random) {
        province.run(() -> {
            for (int i = 0; i < 3 + random.nextInt(5); i++) {
                String scheme = schemes.get(random.nextInt(schemes.size()));
                String event = random.nextInt(3) == 0 ? personId + "/event" + random.nextInt(2) : null;
                int year = YEAR - random.nextInt(2) * random.nextInt(3);
                BigDecimal hours = new Hours(5L * (1 + random.nextInt(90))).amount();
                long id = insert(personId, scheme, year, hours, event, null, random);
                if (random.nextInt(5) == 0) {
                    insert(personId, scheme, year, hours.negate(), event, id, random);
                }
            }
        });
    }

    private String subject = "";
    private String form = "";
    private @Nullable String topic;
    private String mode = "";
    private BigDecimal days = BigDecimal.ZERO;

    private long insert(
            long personId,
            String scheme,
            int year,
            BigDecimal hours,
            @Nullable String event,
            @Nullable Long reverses,
            Random random) {
        if (reverses == null) {
            subject = random.nextBoolean() ? "GENERAL" : "PROFESSIONAL";
            form = List.of("A", "B", "C").get(random.nextInt(3));
            topic = random.nextInt(4) == 0 ? "ETHICS" : null;
            mode = random.nextBoolean() ? "ONLINE" : "OFFLINE";
            days = new Hours(5L * random.nextInt(5)).amount();
        } else {
            days = days.negate();
        }
        String key = UUID.randomUUID().toString();
        database.insertInto(SOURCE)
                .set(SOURCE.KIND, "TEST")
                .set(SOURCE.KEY, key)
                .set(SOURCE.YEAR, year)
                .execute();
        return database.insertInto(ENTRY)
                .set(ENTRY.YEAR, year)
                .set(ENTRY.PERSON_ID, personId)
                .set(ENTRY.SCHEME, scheme)
                .set(ENTRY.SUBJECT, subject)
                .set(ENTRY.FORM, form)
                .set(ENTRY.FORM_NAME, form)
                .set(ENTRY.TITLE, "随机")
                .set(ENTRY.TOPIC, topic)
                .set(ENTRY.MODE, mode)
                .set(ENTRY.HOURS, hours)
                .set(ENTRY.DAYS, days)
                .set(ENTRY.SOURCE_KIND, "TEST")
                .set(ENTRY.SOURCE_KEY, key)
                .set(ENTRY.EVENT, event == null ? null : Sha256.of(event))
                .set(ENTRY.RECOGNISED_BY, "测试")
                .set(ENTRY.RULE, "测试")
                .set(ENTRY.PACK_VERSION, 1)
                .set(ENTRY.REVERSES, reverses)
                .set(ENTRY.REASON, reverses == null ? null : "测试冲正")
                .set(ENTRY.RECORDED_AT, clock.instant())
                .returningResult(ENTRY.ID)
                .fetchSingle()
                .value1();
    }
}
