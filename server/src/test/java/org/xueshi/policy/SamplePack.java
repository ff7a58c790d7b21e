package org.xueshi.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small pack for tests, whose parts can be exchanged. */
public final class SamplePack {

    public static final String REQUIREMENTS = """
            requirements:
              - id: R1
                years: {from: 2020}
                basis: 试行
                source: S
                status: verbatim
                all_of:
                  - at_least: {hours: 90, source: S, status: verbatim}
                  - at_least: {hours: 30, of: {subject: GENERAL}, source: S, status: verbatim}
            """;

    static final String FORM = """
            learning_forms:
              - code: PAPER
                name: 论文
                subjects: [PROFESSIONAL]
                title: title
                happened: on
                fields:
                  - {code: title, label: 题目, type: text, longest: 10}
                  - {code: level, label: 级别, type: choice, options: {A: 国家级, B: 省级}}
                  - {code: rank, label: 排名, type: number, least: 1, most: 9}
                  - {code: authors, label: 作者人数, type: number, least: 1, most: 9, required: false}
                  - {code: thousands, label: 千字, type: number, required: false}
                  - {code: on, label: 发表日期, type: date}
                  - {code: note, label: 说明, type: paragraph, required: false, when: {field: level, in: [A]}}
                evidence:
                  slots:
                    - {code: cover, label: 封面}
                    - {code: proof, label: 证明, when: {field: level, in: [A]}}
                  most: 3
                  megabytes: 5
                  hint: 请上传封面
                  source: S
                  status: verbatim
                hours:
                  rule: %s
                  source: S
                  status: verbatim
                same: {fields: [title, on], source: S, status: verbatim}
            """;

    private SamplePack() {}

    public static String yaml(String requirements, String rule) {
        return """
                format: xueshi-policy/1
                id: sample
                version: 1
                status: draft
                name: 样例
                label: 样例
                region: "41"
                people:
                  - categories: [PROFESSIONAL]
                sources: {S: 样例规定}
                topics: [ETHICS]
                units: {step: 0.5, minutes_per_hour: 45, source: S, status: verbatim}
                subjects:
                  - {code: GENERAL, name: 公需科目, declarers: [EMPLOYER], hint: 无, source: S, status: verbatim}
                  - {code: PROFESSIONAL, name: 专业科目, declarers: [PERSON], hint: 无, source: S, status: verbatim}
                """ + requirements + """
                years: {earliest: 0, grace_days: 31, credited: activity, closes: 12-31, source: S, status: verbatim}
                review:
                  registration: [EMPLOYER]
                  declaration:
                    GENERAL: [EMPLOYER, BUREAU]
                    PROFESSIONAL: [EMPLOYER, [AUTHORITY, BUREAU]]
                  source: S
                  status: verbatim
                certificate: {title: 证书, issuer: 厅, issue: automatic, prefix: SA, purpose: 用途, source: S, status: verbatim}
                registration:
                  fields: []
                  locked: [NAME, ID_NUMBER, EMPLOYER]
                  source: S
                  status: verbatim
                """ + FORM.formatted(rule) + other("A") + other("B") + other("C");
    }

    /** A form that nobody declares in tests, for rules that tell forms apart. */
    private static String other(String code) {
        return """
                  - code: %s
                    name: 其他
                    subjects: [GENERAL, PROFESSIONAL]
                    title: title
                    fields:
                      - {code: title, label: 名称, type: text}
                    evidence: {slots: [], most: 1, megabytes: 5, hint: 无, source: S, status: verbatim}
                    hours: {rule: {as_approved: {by: 审核单位}}, source: S, status: verbatim}
                """.formatted(code);
    }

    public static Pack of(String requirements, String rule) {
        return PackReader.read("sample/pack-1.yaml", yaml(requirements, rule));
    }

    /** A pack whose one learning form is worth what the rule says. */
    public static Pack worth(String rule) {
        return of(REQUIREMENTS, rule);
    }

    /** A pack of another scheme that asks for what the requirements say. */
    public static Pack asking(String requirements, String scheme) {
        return PackReader.read(
                "sample/pack-1.yaml",
                yaml(requirements, "{fixed: {hours: 10}}").replace("id: sample\n", "id: " + scheme + "\n"));
    }

    /** The name of a scheme that every platform under test knows, in two versions: the first asks for 10 hours, the second for 50. */
    public static final String HARDENED = "hardened";

    /** A county in which those live who ask for that scheme, and nobody else. */
    public static final String HARDENED_REGION = "431129";

    /**
     * Writes the two versions of {@link #HARDENED}. It comes before the schemes of the province around its county, and locks more of
     * a profile than the packs that ship.
     */
    public static void writeHardened(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(HARDENED));
        for (int version = 1; version <= 2; version++) {
            String yaml = yaml(
                            REQUIREMENTS
                                    .replace("hours: 90", version == 1 ? "hours: 10" : "hours: 50")
                                    .replace("hours: 30", "hours: 0.5"),
                            "{fixed: {hours: 10}}")
                    .replace("id: sample\n", "id: " + HARDENED + "\n")
                    .replace("version: 1\n", "version: " + version + "\n")
                    .replace("region: \"41\"", "region: \"" + HARDENED_REGION + "\"")
                    .replace("categories: [PROFESSIONAL]", "employers: [PUBLIC_INSTITUTION]")
                    .replace(
                            "locked: [NAME, ID_NUMBER, EMPLOYER]",
                            "locked: [NAME, ID_NUMBER, EMPLOYER, DEPARTMENT, LANDLINE]");
            Files.writeString(folder.resolve(HARDENED + "/pack-" + version + ".yaml"), yaml);
        }
    }

    /** A pack that asks for what the requirements say. */
    public static Pack asking(String requirements) {
        return of(requirements, "{fixed: {hours: 10}}");
    }
}
