package org.xueshi.bench.province;

import java.util.List;

/** The ledger's lines and their sources. */
final class LedgerTables {

    private static final String RULE = "河南省专业技术人员继续教育（第1版）·岗位培训·《河南省专业技术人员继续教育证书管理办法》（豫人社〔2017〕121号）";

    private final Scale scale;

    LedgerTables(Scale scale) {
        this.scale = scale;
    }

    List<MadeTable> tables() {
        return List.of(
                new MadeTable(
                        "ledger.source",
                        "kind, key, year",
                        rows -> each((id, person, made) -> rows.row(made.sourceKind(), made.sourceKey(), made.year()))),
                new MadeTable(
                        "ledger.entry",
                        "id, year, person_id, scheme, subject, form, form_name, title, mode, hours, days, source_kind, source_key,"
                                + " recognised_by, rule, pack_version, happened_from, happened_to, recorded_at",
                        rows -> each((id, person, made) -> entry(rows, id, person, made))));
    }

    private interface Each {
        void row(long id, long person, MadeEntry made);
    }

    private void each(Each each) {
        for (int nth = 0; nth < MadeEntry.A_PERSON; nth++) {
            for (long person = 1; person <= scale.people(); person++) {
                each.row(nth * (long) scale.people() + person, person, MadeEntry.of(scale, person, nth));
            }
        }
    }

    private void entry(CopyText rows, long id, long person, MadeEntry made) {
        boolean declared = made.sourceKind().equals("DECLARATION");
        rows.row(
                id,
                made.year(),
                person,
                Scale.SCHEME,
                made.subject(),
                declared ? "F02_TRAINING" : "IMPORT",
                declared ? "岗位培训" : "历史学时",
                made.title(),
                made.mode(),
                made.hours(),
                0,
                made.sourceKind(),
                made.sourceKey(),
                declared
                        ? scale.places()
                                .bureauName(
                                        scale.places().bureauOf(scale.places().employerOf(person)))
                        : "河南省人力资源和社会保障厅",
                declared ? RULE : "原系统历史数据导入",
                1,
                made.day(),
                made.day(),
                made.recorded());
    }
}
