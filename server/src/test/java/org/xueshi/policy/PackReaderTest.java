package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {

    private static final String WHOLE = SamplePack.yaml(SamplePack.REQUIREMENTS, "{fixed: {hours: 10}}");

    @Test
    void aWholePackIsRead() {
        Pack pack = PackReader.read("sample/pack-1.yaml", WHOLE);
        assertThat(pack.requirement(2020)).isPresent();
        assertThat(pack.requirement(2019)).isEmpty();
        assertThat(pack.review().ofSubject("PROFESSIONAL")).hasSize(2);
        assertThat(pack.form("PAPER").orElseThrow().slots(new FormValues(java.util.Map.of())))
                .hasSize(1);
    }

    /** Replaces one text of a right pack by a wrong one: it is refused with the line of the wrong one and a reason. */
    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            format: xueshi-policy/1                  | format: xueshi-policy/9            | this platform reads the format
            version: 1                               | version: first                     | a whole number is expected
            status: draft                            | status: perhaps                    | is none of
            region: "41"                             | regoin: "41"                       | 'region' is missing
            sources: {S: 样例规定}                    | sources: [S]                       | a mapping is expected
            minutes_per_hour: 45, source: S          | minutes_per_hour: 45, source: X    | is none of the pack's sources
            minutes_per_hour: 45, source: S, status: verbatim | minutes_per_hour: 45, source: S | 'status' is missing
            years: {from: 2020}                      | years: {from: 2020, to: 2019}      | the last year is before the first
            at_least: {hours: 90, source             | at_least: {hours: 0, source        | above 0
            at_least: {hours: 90, source             | at_least: {hours: 90.55, source    | at most one decimal
            of: {subject: GENERAL}                   | of: {subject: GENRAL}              | is none of the pack's subjects
            of: {subject: GENERAL}                   | of: {subjcet: GENERAL}             | 'subjcet' is not known here
            basis: 试行                               | basic: 试行                         | 'basis' is missing
            credited: activity, closes: 12-31        | credited: activity, closes: 31-12  | a day of the year
            earliest: 0                              | earliest: 1                        | the earliest declarable year
            credited: activity, closes               | credited: whenever, closes         | activity (the year it happened in)
            issue: automatic                         | issue: sometimes                   | automatic or on_request
            prefix: SA                               | prefix: sample                     | two to six capital letters
            GENERAL: [EMPLOYER, BUREAU]              | GENERAL: [EMPLOYER, MAYOR]         | is none of
            GENERAL: [EMPLOYER, BUREAU]              | GENERALS: [EMPLOYER, BUREAU]       | nobody reviews GENERAL
            title: title                             | title: headline                    | is none of the form's fields
            happened: on                             | happened: rank                     | is not a
            type: text, longest: 10                  | type: txt, longest: 10             | is none of
            options: {A: 国家级, B: 省级}              | note: none                         | a choice, and only a choice
            when: {field: level, in: [A]}}           | when: {field: level, in: [Z]}}     | is no option of
            rule: {fixed: {hours: 10}}               | rule: {fxied: {hours: 10}}         | exactly one hour rule
            rule: {fixed: {hours: 10}}               | rule: {fixed: {hours: 10, step: 1}} | 'step' is not known here
            rule: {fixed: {hours: 10}}               | rule: {per_unit: {field: title, hours: 1, unit: 门}} | is not a
            fields: [title, on], source              | fields: [title, when], source      | is none of the form's fields
            code: rank, label: 排名                   | code: title, label: 排名            | is there twice
            categories: [PROFESSIONAL]               | categories: [PROFESSIONALS]        | 'PROFESSIONALS' is none of
            categories: [PROFESSIONAL]               | employers: [PUBLIC]                | 'PUBLIC' is none of
            categories: [PROFESSIONAL]               | title_levels: [MIDDLE]             | 'MIDDLE' is none of
            of: {subject: GENERAL}                   | of: {topic: ETHIC}                 | 'ETHIC' is none of [ETHICS]
            of: {subject: GENERAL}                   | of: {forms: [PAPERS]}              | 'PAPERS' is none of [PAPER
            happened: on                             | topic: level                       | are not all among the pack's topics
            rule: {fixed: {hours: 10}}               | rule: {fulfils: {subject: GENRAL}} | 'GENRAL' is none of
            rule: {fixed: {hours: 10}}               | rule: {minutes: {field: on}}       | is not a
            when: {field: level, in: [A]}}           | when: {field: on, within_years: 3}} | only under eligible
            rule: {fixed: {hours: 10}}               | rule: {fulfils: {subject: GENERAL, when: {field: on, within_years: 3}}} | only under eligible
            same: {fields: [title, on]               | eligible: [{must: {field: rank, within_years: 3}, refusal: 过期, source: S, status: verbatim}]\\n    same: {fields: [title, on] | is not a
            locked: [NAME, ID_NUMBER, EMPLOYER]      | locked: [NAME, EMPLOYER]           | must be named
            locked: [NAME, ID_NUMBER, EMPLOYER]      | locked: [NAME, ID_NUMBER, EMPLOYER, MAJORS] | 'MAJORS' is none of
            region: "41"                             | region: "4"                        | a region is
            minutes_per_hour: 45                     | minutes_per_hour: 0                | more than 0 minutes
            basis: 试行                               | basis: 试行\\n    cycle_years: 0 | at least one year
            """)
    void whatIsWrongIsRefusedWithItsLineAndReason(String right, String wrong, String reason) {
        assertThat(WHOLE).contains(right);
        String broken = WHOLE.replaceFirst(
                java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", broken))
                .isInstanceOf(MalformedPack.class)
                .hasMessageStartingWith("sample/pack-1.yaml:")
                .hasMessageContaining(reason);
    }

    @Test
    void aMisspeltWordIsRefusedInItsOwnLine() {
        String broken = WHOLE.replace("of: {subject: GENERAL}", "of: {forms: [PAPERS]}");
        int line = (int) broken.substring(0, broken.indexOf("PAPERS")).lines().count();
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", broken))
                .hasMessageStartingWith("sample/pack-1.yaml:" + line + ":");
    }

    @Test
    void theLineIsTheOneInTheFile() {
        String broken = WHOLE.replace("version: 1", "version: one");
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", broken))
                .hasMessageStartingWith("sample/pack-1.yaml:3:");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", WHOLE + "version: 2\n"))
                .hasMessageContaining("'version' stands here twice");
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", "a: [1, 2\nb: 3"))
                .isInstanceOf(MalformedPack.class)
                .hasMessageContaining("not YAML");
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", "")).hasMessageContaining("the file is empty");
    }

    @Test
    void aReviewOfASubjectThatIsNotThereIsRefused() {
        String strange = WHOLE.replace(
                "    GENERAL: [EMPLOYER, BUREAU]", "    OTHER: [EMPLOYER]\n    GENERAL: [EMPLOYER, BUREAU]");
        assertThatThrownBy(() -> PackReader.read("sample/pack-1.yaml", strange))
                .hasMessageContaining("'OTHER' is no subject of this pack");
    }

    @Test
    void twoRequirementsForOneYearAreRefused() {
        String twice = SamplePack.REQUIREMENTS
                + SamplePack.REQUIREMENTS
                        .substring(SamplePack.REQUIREMENTS.indexOf("  - id"))
                        .replace("R1", "R2");
        assertThatThrownBy(() -> SamplePack.asking(twice))
                .hasMessageContaining("more than one requirement holds for 2020");
    }

    @Test
    void capsThatOverlapAreRefusedBecauseTheirOrderWouldMatter() {
        String overlapping = SamplePack.REQUIREMENTS + """
                    caps:
                      - {label: 自学, of: {subject: PROFESSIONAL, forms: [PAPER]}, hours: 20, source: S, status: verbatim}
                      - {label: 线上, of: {subject: PROFESSIONAL, mode: ONLINE}, hours: 40, source: S, status: verbatim}
                """;
        assertThatThrownBy(() -> SamplePack.asking(overlapping)).hasMessageContaining("overlap");
    }

    @Test
    void thePacksThatShipAreRead() {
        Packs packs = new Packs(List.of("classpath*:policies/*/pack-*.yaml"));
        assertThat(packs.all()).extracting(Pack::id).containsExactly("henan-zyjs", "hunan-sydw", "hunan-zyjs");
    }

    @Test
    void everyValueOfThePacksThatShipSaysWhereItComesFrom() {
        // The reader insists on source and status beside every figure: that nothing is claimed as certain which is not,
        // is checked
        // for the three figures that domain-rules.md names as open.
        Packs packs = new Packs(List.of("classpath*:policies/*/pack-*.yaml"));
        Pack henan = packs.current("henan-zyjs");
        assertThat(henan.status()).isEqualTo(PackStatus.DRAFT);
        assertThat(henan.requirement(2022).orElseThrow().legal().status()).isEqualTo(LegalStatus.UNVERIFIED);
        assertThat(henan.form("F05_PROJECT").orElseThrow().hourLegal().status()).isEqualTo(LegalStatus.UNVERIFIED);
        assertThat(packs.current("hunan-sydw").unitsLegal().status()).isEqualTo(LegalStatus.UNVERIFIED);
    }
}
