package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final PersonFacts TEACHER =
            new PersonFacts("410105", "PROFESSIONAL", "PUBLIC_INSTITUTION", "MID", LocalDate.of(2015, 9, 1));

    private static CountedEntry entry(int year, String subject, String hours) {
        return entry(year, subject, hours, LearningMode.OFFLINE, null);
    }

    private static CountedEntry entry(
            int year, String subject, String hours, LearningMode mode, @Nullable String topic) {
        return new CountedEntry(1, "sample", year, subject, "PAPER", topic, mode, Hours.of(hours), 0, null);
    }

    private static Judgement judge(String requirements, int year, CountedEntry... entries) {
        return Judge.judge(SamplePack.asking(requirements), year, TEACHER, List.of(entries));
    }

    private static String requirement(String tests) {
        return """
                requirements:
                  - id: R1
                    years: {from: 2020}
                    basis: 试行
                    source: S
                    status: verbatim
                """ + tests.indent(4);
    }

    @Test
    void everyTestOfAnAlternativeMustBeMet() {
        Judgement judgement =
                judge(SamplePack.REQUIREMENTS, 2026, entry(2026, "GENERAL", "29.5"), entry(2026, "PROFESSIONAL", "90"));
        assertThat(judgement.isPassed()).isFalse();
        assertThat(judgement.nearest())
                .filteredOn(check -> !check.isMet())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.test().label()).isEqualTo("公需科目");
                    assertThat(check.missing()).isEqualTo(5);
                });
    }

    @Test
    void hoursOfOtherYearsDoNotCount() {
        assertThat(judge(SamplePack.REQUIREMENTS, 2026, entry(2025, "GENERAL", "90"))
                        .total())
                .isEqualTo(Hours.ZERO);
    }

    @Test
    void aYearWithoutARequirementIsNotPassed() {
        Judgement judgement = judge(SamplePack.REQUIREMENTS, 2019, entry(2019, "GENERAL", "90"));
        assertThat(judgement.requirement()).isNull();
        assertThat(judgement.isPassed()).isFalse();
    }

    @Test
    void aReversalTakesBackWhatItReverses() {
        Judgement judgement =
                judge(SamplePack.REQUIREMENTS, 2026, entry(2026, "GENERAL", "90"), entry(2026, "GENERAL", "-60"));
        assertThat(judgement.total()).isEqualTo(Hours.of(30));
        assertThat(judgement.isPassed()).isFalse();
    }

    @Test
    void anyOfSeveralAlternativesIsEnoughAndTheNearestIsShown() {
        String either = requirement("""
                any_of:
                  - at_least: {hours: 90, source: S, status: verbatim}
                  - at_least: {hours: 40, of: {mode: OFFLINE}, source: S, status: verbatim}
                """);
        assertThat(judge(either, 2026, entry(2026, "GENERAL", "40")).isPassed()).isTrue();
        Judgement near = judge(either, 2026, entry(2026, "GENERAL", "38"));
        assertThat(near.isPassed()).isFalse();
        assertThat(near.nearest())
                .singleElement()
                .satisfies(check -> assertThat(check.missing()).isEqualTo(20));
    }

    @Test
    void aModeAndATopicCanBeAskedFor() {
        String asked = requirement("""
                all_of:
                  - at_least: {hours: 16, of: {mode: OFFLINE}, source: S, status: verbatim}
                  - at_least: {hours: 2, of: {topic: ETHICS}, source: S, status: verbatim}
                """);
        CountedEntry online = entry(2026, "GENERAL", "90", LearningMode.ONLINE, null);
        CountedEntry ethics = entry(2026, "GENERAL", "2", LearningMode.OFFLINE, "ETHICS");
        assertThat(judge(asked, 2026, online, ethics).isPassed()).isFalse();
        assertThat(judge(asked, 2026, online, ethics, entry(2026, "GENERAL", "14"))
                        .isPassed())
                .isTrue();
    }

    @Test
    void anAdvisoryTestIsShownButDoesNotDecide() {
        String advised = requirement("""
                all_of:
                  - at_least: {hours: 10, source: S, status: verbatim}
                  - at_least: {hours: 1, label: 必修, of: {topic: ETHICS}, advisory: true, source: S, status: verbatim}
                """);
        Judgement judgement = judge(advised, 2026, entry(2026, "GENERAL", "10"));
        assertThat(judgement.isPassed()).isTrue();
        assertThat(judgement.nearest())
                .anySatisfy(check -> assertThat(check.isMet()).isFalse());
    }

    @Test
    void anotherFigureHoldsForSomePeople() {
        String byLevel = requirement("""
                all_of:
                  - at_least:
                      hours: 72
                      except:
                        - {for: {title_levels: [JUNIOR_ASSIST, JUNIOR_STAFF]}, hours: 40}
                        - {for: {title_before: 2016-01-01}, hours: 60}
                      source: S
                      status: verbatim
                """);
        assertThat(judge(byLevel, 2026, entry(2026, "GENERAL", "60")).isPassed())
                .isTrue();
        PersonFacts newcomer = new PersonFacts("410105", "PROFESSIONAL", "ENTERPRISE", "MID", LocalDate.of(2016, 1, 1));
        assertThat(Judge.judge(SamplePack.asking(byLevel), 2026, newcomer, List.of(entry(2026, "GENERAL", "60")))
                        .isPassed())
                .isFalse();
    }

    @Test
    void aCycleAddsUpSeveralYears() {
        String cycle = requirement("""
                cycle_years: 3
                at_least: {hours: 180, source: S, status: verbatim}
                """);
        CountedEntry[] years = {entry(2024, "GENERAL", "80"), entry(2025, "GENERAL", "10"), entry(2026, "GENERAL", "90")
        };
        assertThat(judge(cycle, 2026, years).isPassed()).isTrue();
        assertThat(judge(cycle, 2027, years).isPassed()).isFalse();
    }

    @Test
    void noMoreThanACapCountsOfItsSubjectAndOfTheTotal() {
        String capped = SamplePack.REQUIREMENTS + """
                    caps:
                      - {label: 论文, of: {subject: PROFESSIONAL, forms: [PAPER]}, hours: 40, source: S, status: verbatim}
                """;
        Judgement judgement = judge(capped, 2026, entry(2026, "PROFESSIONAL", "55"), entry(2026, "GENERAL", "30"));
        assertThat(judgement.subjects()).containsEntry("PROFESSIONAL", Hours.of(40));
        assertThat(judgement.total()).isEqualTo(Hours.of(70));
        assertThat(judgement.capped()).singleElement().satisfies(each -> {
            assertThat(each.recognised()).isEqualTo(Hours.of(55));
            assertThat(each.notCounted()).isEqualTo(Hours.of(15));
        });
    }

    @Test
    void deemedYearsAndExemptPeoplePass() {
        String deemed = requirement("deemed_passed: true\n");
        assertThat(judge(deemed, 2026).isPassed()).isTrue();
        String exempt = requirement("""
                exempt:
                  - {title_levels: [MID]}
                at_least: {hours: 90, source: S, status: verbatim}
                """);
        assertThat(judge(exempt, 2026).isPassed()).isTrue();
    }
}
