package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

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
            Stream<DynamicTest> judgements = cases.at("judgements").list(node -> judgement(pack, node)).stream();
            Stream<DynamicTest> worths = cases.at("worths").list(node -> worth(pack, node)).stream();
            return Stream.concat(judgements, worths);
        });
    }

    private static DynamicTest judgement(Pack pack, PackNode node) {
        int year = node.at("year").integer();
        List<CountedEntry> entries = new ArrayList<>();
        List<String> sameEvent =
                node.maybe("same_event").map(each -> List.copyOf(each.texts())).orElse(List.of());
        node.at("hours")
                .eachEntry((subject, hours) ->
                        entries.add(entry(pack.id(), year, subject, hours.hours(), Hours.ZERO, sameEvent)));
        node.maybe("days")
                .ifPresent(days -> days.eachEntry((subject, count) ->
                        entries.add(entry(pack.id(), year, subject, Hours.ZERO, count.hours(), sameEvent))));
        node.maybe("others")
                .ifPresent(others -> others.eachEntry((scheme, subjects) -> subjects.eachEntry((subject, hours) ->
                        entries.add(entry(scheme, year, subject, hours.hours(), Hours.ZERO, sameEvent)))));
        Map<String, Hours> missing = new LinkedHashMap<>();
        node.maybe("missing").ifPresent(each -> each.eachEntry((label, hours) -> missing.put(label, hours.hours())));
        String verdict = node.at("verdict").text();
        return DynamicTest.dynamicTest(pack.id() + ": " + node.at("name").text(), () -> {
            Judgement judgement = Judge.judge(pack, year, SOMEBODY, entries);
            assertThat(judgement.result().name()).isEqualToIgnoringCase(verdict);
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
        LearningForm form = pack.form(node.at("form").text()).orElseThrow();
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
