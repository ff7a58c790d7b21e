package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each operator of the pack format, as a learner meets it. */
class HourRuleTest {

    private static Proposal worth(String rule, Map<String, String> values) {
        Pack pack = SamplePack.worth(rule);
        return pack.propose(pack.form("PAPER").orElseThrow(), 2026, new FormValues(values));
    }

    private static void assertWorth(String rule, Map<String, String> values, String hours) {
        assertThat(worth(rule, values).hours()).isEqualTo(Hours.of(hours));
    }

    @Test
    void aFixedAmountIsAlwaysTheSame() {
        assertWorth("{fixed: {hours: 12}}", Map.of(), "12");
    }

    @Test
    void whatIsApprovedElsewhereIsNotComputed() {
        Proposal proposal = worth("{as_approved: {by: 主办单位}}", Map.of("rank", "1"));
        assertThat(proposal.hours()).isNull();
        assertThat(proposal.binding()).isFalse();
        assertThat(proposal.how()).contains("主办单位");
    }

    @Test
    void unitsAreCountedAndBegunOnesAreNot() {
        assertWorth("{per_unit: {field: thousands, hours: 3, unit: 千字}}", Map.of("thousands", "4.9"), "12");
        assertWorth("{per_unit: {field: thousands, hours: 5, size: 10, unit: 万字}}", Map.of("thousands", "25"), "10");
    }

    @Test
    void minutesAreHoursOfTheLengthThatThePackGivesThem() {
        assertWorth("{minutes: {field: thousands}}", Map.of("thousands", "90"), "2");
        assertWorth("{minutes: {field: thousands}}", Map.of("thousands", "67.4"), "1");
        assertWorth("{minutes: {field: thousands}}", Map.of("thousands", "68"), "1.5");
        assertThat(worth("{minutes: {field: thousands}}", Map.of("thousands", "90"))
                        .how())
                .isEqualTo("90 分钟，每学时 45 分钟，折合 2 学时");
        assertThat(worth("{minutes: {field: thousands}}", Map.of()).hours()).isNull();
        Pack sixty = PackReader.read(
                "sample/pack-1.yaml",
                SamplePack.yaml(SamplePack.REQUIREMENTS, "{minutes: {field: thousands}}")
                        .replace("minutes_per_hour: 45", "minutes_per_hour: 60"));
        assertThat(sixty.propose(sixty.form("PAPER").orElseThrow(), 2026, new FormValues(Map.of("thousands", "90")))
                        .hours())
                .isEqualTo(Hours.of("1.5"));
    }

    @Test
    void aTableIsReadByItsFirstRowThatFits() {
        String rule = "{lookup: {by: [level, rank], rows: [[A, 1, 40], [A, '', 20], ['', '', 5]]}}";
        assertWorth(rule, Map.of("level", "A", "rank", "1"), "40");
        assertWorth(rule, Map.of("level", "A", "rank", "3"), "20");
        assertWorth(rule, Map.of("level", "B", "rank", "1"), "5");
        assertThat(worth(rule, Map.of("level", "A")).hours()).isNull();
    }

    @Test
    void ranksStepDownToALeast() {
        String rule = "{step_down: {first: {fixed: {hours: 30}}, rank: rank, step: 6, least: 12}}";
        assertWorth(rule, Map.of("rank", "1"), "30");
        assertWorth(rule, Map.of("rank", "3"), "18");
        assertWorth(rule, Map.of("rank", "9"), "12");
    }

    @Test
    void authorsShare() {
        String rule = "{share: {whole: {fixed: {hours: 40}}, rank: rank, authors: authors, shares: [0.5]}}";
        assertWorth(rule, Map.of("rank", "1", "authors", "3"), "20");
        assertWorth(rule, Map.of("rank", "2", "authors", "3"), "10");
        assertWorth(rule, Map.of("rank", "2", "authors", "4"), "6.5");
    }

    @Test
    void partsAreAddedWhenTheirConditionHolds() {
        String rule =
                "{sum: {parts: [{rule: {fixed: {hours: 8}}}, {when: {field: level, in: [A]}, rule: {fixed: {hours: 4}}}]}}";
        assertWorth(rule, Map.of("level", "A"), "12");
        assertWorth(rule, Map.of("level", "B"), "8");
    }

    @Test
    void aFactorMultiplies() {
        assertWorth("{times: {rule: {fixed: {hours: 8}}, factor: 1.5}}", Map.of(), "12");
    }

    @Test
    void theHighestOfSeveralCounts() {
        String rule = "{highest: {of: [{fixed: {hours: 8}}, {per_unit: {field: thousands, hours: 5, unit: 千字}}]}}";
        assertWorth(rule, Map.of("thousands", "3"), "15");
        assertWorth(rule, Map.of(), "8");
    }

    @Test
    void anItemHasAMost() {
        assertWorth(
                "{at_most: {rule: {per_unit: {field: thousands, hours: 5, unit: 千字}}, hours: 20}}",
                Map.of("thousands", "9"),
                "20");
    }

    @Test
    void fulfillingASubjectIsWorthWhatTheYearAsksOfIt() {
        assertWorth("{fulfils: {subject: GENERAL, when: {field: level, in: [A]}}}", Map.of("level", "A"), "30");
        assertThat(worth("{fulfils: {subject: GENERAL, when: {field: level, in: [A]}}}", Map.of("level", "B"))
                        .hours())
                .isNull();
    }

    @Test
    void numbersThatAreNoneGiveNoFigureInsteadOfAnError() {
        assertThat(worth("{per_unit: {field: thousands, hours: 3, unit: 千字}}", Map.of("thousands", "1e309"))
                        .hours())
                .isNull();
        assertThat(worth("{per_unit: {field: thousands, hours: 3, unit: 千字}}", Map.of("thousands", "１２"))
                        .hours())
                .isNull();
    }
}
