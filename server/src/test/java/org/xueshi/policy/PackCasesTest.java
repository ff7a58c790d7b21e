package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Every pack brings examples of its own ({@code cases.yaml}): each runs as a test here. */
class PackCasesTest {

    private static final PersonFacts SOMEBODY =
            new PersonFacts("410105", "PROFESSIONAL", "PUBLIC_INSTITUTION", "MID", null);

    private final Packs packs = new Packs(List.of("classpath*:policies/*/pack-*.yaml"));

    @TestFactory
    Stream<DynamicTest> everyExampleOfEveryPackHolds() {
        return packs.all().stream().flatMap(pack -> {
            PackNode cases = cases(pack);
            return examples(pack, cases).stream();
        });
    }

    /** What the examples do not know is refused with its line, as in a pack: a misspelt expectation would expect nothing. */
    private static List<DynamicTest> examples(Pack pack, PackNode cases) {
        return cases.whole(whole -> {
            List<DynamicTest> examples = new ArrayList<>();
            whole.forEach("judgements", item -> examples.add(item.whole(node -> judgement(pack, node))));
            whole.forEach("worths", item -> examples.add(item.whole(node -> worth(pack, node))));
            return examples;
        });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            judgments: []                                                                      | 'judgments' is not known here
            worths: [{name: 一, form: F01_BASE, year: 2026, values: {}, hour: 3}]                | 'hour' is not known here
            judgements: [{name: 一, year: 2026, hours: {GENERAL: 1}, verdict: passed, mising: {}}] | 'mising' is not known here
            judgements: [{name: 一, year: 2026, hours: {GENRAL: 1}, verdict: passed}]            | 'GENRAL' is none of
            judgements: [{name: 一, year: 2026, hours: {GENERAL: 1}, verdict: pass}]             | 'pass' is none of
            worths: [{name: 一, form: F01, year: 2026, values: {}}]                              | 'F01' is none of
            """)
    void anExampleThatSaysSomethingUnknownIsRefusedWithItsLine(String yaml, String reason) {
        Pack henan = packs.current("henan-zyjs");
        assertThatThrownBy(() -> examples(henan, PackNode.parse("henan-zyjs/cases.yaml", yaml)))
                .isInstanceOf(MalformedPack.class)
                .hasMessageStartingWith("henan-zyjs/cases.yaml:1:")
                .hasMessageContaining(reason);
    }

    private static DynamicTest judgement(Pack pack, PackNode node) {
        int year = node.at("year").integer();
        List<CountedEntry> entries = new ArrayList<>();
        List<String> sameEvent =
                node.maybe("same_event").map(each -> List.copyOf(each.texts())).orElse(List.of());
        node.at("hours").eachEntry((subject, hours) -> {
            hours.demand(pack.subject(subject).isPresent(), "'%s' is none of the pack's subjects".formatted(subject));
            entries.add(entry(pack.id(), year, subject, hours.hours(), Hours.ZERO, sameEvent));
        });
        node.maybe("days")
                .ifPresent(days -> days.eachEntry((subject, count) ->
                        entries.add(entry(pack.id(), year, subject, Hours.ZERO, count.hours(), sameEvent))));
        node.maybe("others")
                .ifPresent(others -> others.eachEntry((scheme, subjects) -> subjects.eachEntry((subject, hours) ->
                        entries.add(entry(scheme, year, subject, hours.hours(), Hours.ZERO, sameEvent)))));
        Map<String, Hours> missing = new LinkedHashMap<>();
        node.maybe("missing").ifPresent(each -> each.eachEntry((label, hours) -> missing.put(label, hours.hours())));
        String verdict = node.at("verdict").oneOf(Judgement.YearResult.class).name();
        return DynamicTest.dynamicTest(pack.id() + ": " + node.at("name").text(), () -> {
            Judgement judgement = Judge.judge(pack, year, SOMEBODY, entries);
            assertThat(judgement.result().name()).isEqualTo(verdict);
            if (!missing.isEmpty()) {
                assertThat(missingOf(judgement)).isEqualTo(missing);
            }
        });
    }

    private static Map<String, Hours> missingOf(Judgement judgement) {
        return judgement.nearest().stream()
                .filter(check -> !check.isMet() && !check.test().advisory())
                .collect(Collectors.toMap(check -> check.test().label(), check -> new Hours(check.missing())));
    }

    private static CountedEntry entry(
            String scheme, int year, String subject, Hours hours, Hours days, List<String> sameEvent) {
        String event = sameEvent.contains(subject) ? "the same " + subject : null;
        return new CountedEntry(
                1, scheme, year, subject, "ANY", null, LearningMode.OFFLINE, hours, days.tenths(), event);
    }

    private static DynamicTest worth(Pack pack, PackNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.at("values").eachEntry((code, value) -> values.put(code, value.text()));
        Optional<Hours> expected = node.maybe("hours").map(PackNode::hours);
        LearningForm form = pack.form(node.at("form")
                        .textOf(pack.forms().stream().map(LearningForm::code).toList()))
                .orElseThrow();
        int year = node.at("year").integer();
        return DynamicTest.dynamicTest(
                pack.id() + ": " + node.at("name").text(),
                () -> assertThat(
                                pack.propose(form, year, new FormValues(values)).hours())
                        .isEqualTo(expected.orElse(null)));
    }

    private static PackNode cases(Pack pack) {
        String file = "policies/" + pack.id() + "/cases.yaml";
        try {
            return PackNode.parse(file, new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("The pack " + pack.id() + " brings no examples", e);
        }
    }
}
