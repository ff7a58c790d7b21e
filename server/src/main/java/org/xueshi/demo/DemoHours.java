package org.xueshi.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.ledger.Credit;
import org.xueshi.ledger.Ledger;
import org.xueshi.ledger.Source;
import org.xueshi.platform.Acting;
import org.xueshi.platform.Fonts;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters hours in every state: declared, waiting at each level, passed, passed with fewer hours, sent back. Only those of past years,
 * which nobody can declare any more, are recorded directly.
 */
@Component
@ConditionalOnProperty("xueshi.demo")
class DemoHours {

    private static final String HENAN = "henan-zyjs";
    private static final String SYDW = "hunan-sydw";

    private final JsonMapper json;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final DemoPicture picture;
    private final LocalDate today;

    DemoHours(JsonMapper json, Ledger ledger, TransactionTemplate transaction, Fonts fonts, Clock clock) {
        this.json = json;
        this.ledger = ledger;
        this.transaction = transaction;
        this.picture = new DemoPicture(fonts);
        this.today = LocalDate.now(clock);
    }

    byte[] portrait() {
        return picture.of("照片", List.of());
    }

    /** A declared training. */
    private record Training(
            String subject, String form, String organizer, String name, int daysAgo, int days, String hours) {}

    void enterHenan(List<DemoClient> teachers, DemoClient school, DemoClient bureau, DemoClient authority) {
        DemoClient wang = teachers.getFirst();
        long wangId = personId(school, "王秀英");
        enterTableOfTheSource(wangId);
        history(wangId, HENAN, today.getYear() - 1, "30", "60");
        history(wangId, HENAN, today.getYear(), "30", null);
        // What she did this year: passed, waiting with the bureau, waiting with the school, sent back, and a draft.
        long passed = submit(wang, training("河南省教师发展中心", "初中语文骨干教师研修班", 200, 3, "24"));
        pass(school, passed, authority);
        pass(authority, passed, null);
        long atBureau = submit(wang, training("郑州市教育局", "信息技术应用能力提升培训", 150, 2, "16"));
        pass(school, atBureau, bureau);
        submit(wang, training("郑州市东风渠中学", "校本研修：大单元教学设计", 60, 3, "20"));
        long back = submit(wang, training("郑州市语文学会", "整本书阅读专题研讨会", 100, 1, "8"));
        sendBack(school, back, "结业证书照片不清晰，请重新上传。");
        save(wang, training("河南省教科院", "新课标解读线上研讨", 20, 2, "12"));

        DemoClient li = teachers.get(1);
        history(personId(school, "李建国"), HENAN, today.getYear(), "30", null);
        long full = submit(li, training("河南省教师发展中心", "学科带头人高级研修班", 180, 8, "64"));
        pass(school, full, bureau);
        passWith(bureau, full, "60", "按培训通知核定每天 7.5 学时。");

        for (int i = 2; i < teachers.size(); i++) {
            DemoClient teacher = teachers.get(i);
            long first = submit(teacher, training("郑州市教育局", "课堂教学评价专题培训", 140 + i, 2, "16"));
            if (i % 2 == 0) {
                pass(school, first, i % 4 == 0 ? bureau : authority);
            }
            submit(teacher, training("郑州市东风渠中学", "校本研修：作业设计与评价（第" + i + "组）", 50 + i, 1, "8"));
        }
    }

    void enterHunan(DemoClient lecturer, DemoClient college, DemoClient bureau) {
        long id = personId(college, DemoCast.HUNAN_LECTURER.name());
        history(id, SYDW, today.getYear() - 1, "32", "62");
        long general = submit(
                lecturer, SYDW, new Training("GENERAL", "H02_OFFLINE_CLASS", "湖南省行政学院", "公共科目集中培训", 120, 4, "32"));
        pass(college, general, null);
        pass(bureau, general, null);
        submit(
                lecturer,
                SYDW,
                new Training("PROFESSIONAL", "H02_OFFLINE_CLASS", "湘江职业技术学院", "双师型教师实践能力培训", 40, 5, "40"));
    }

    private static Training training(String organizer, String name, int daysAgo, int days, String hours) {
        return new Training("PROFESSIONAL", "F02_TRAINING", organizer, name, daysAgo, days, hours);
    }

    private static long personId(DemoClient employer, String name) {
        for (JsonNode row : employer.get("/api/people?size=100").get("items")) {
            if (row.get("name").asString().equals(name)) {
                return row.get("id").asLong();
            }
        }
        throw new IllegalStateException("Nobody is called " + name);
    }

    private long save(DemoClient person, Training training) {
        return save(person, HENAN, training);
    }

    private long save(DemoClient person, String scheme, Training training) {
        LocalDate begin = within(today.minusDays(training.daysAgo()));
        LocalDate end = within(begin.plusDays(training.days() - 1));
        ObjectNode fields = json.createObjectNode()
                .put("organizer", training.organizer())
                .put("className", training.name())
                .put("period", begin + "/" + end);
        if (HENAN.equals(scheme)) {
            fields.put("organizerLevel", "CITY").put("score", "合格").put("content", "专题讲座、课例观摩与分组研讨。");
        } else {
            fields.put("place", "长沙市").put("days", Integer.toString(training.days()));
        }
        ArrayNode evidence = json.createArrayNode();
        List<String> slots =
                HENAN.equals(scheme) ? List.of("notice", "diploma", "employerProof") : List.of("notice", "proof");
        for (String slot : slots) {
            byte[] paper = picture.of(
                    heading(slot),
                    List.of(training.name(), training.organizer(), begin + " 至 " + end, training.hours() + " 学时"));
            JsonNode file = person.upload("/api/files", heading(slot) + ".jpg", "image/jpeg", paper);
            evidence.add(json.createObjectNode()
                    .put("slot", slot)
                    .put("fileId", file.get("id").asString()));
        }
        ObjectNode form = json.createObjectNode()
                .put("scheme", scheme)
                .put("year", today.getYear())
                .put("subject", training.subject())
                .put("form", training.form())
                .put("claimedHours", new BigDecimal(training.hours()));
        form.set("fields", fields);
        form.set("evidence", evidence);
        return person.post("/api/declarations", form).get("id").asLong();
    }

    /** On a day of this year that is not ahead. */
    private LocalDate within(LocalDate day) {
        LocalDate first = LocalDate.of(today.getYear(), 1, 1);
        return day.isBefore(first) ? first : day.isAfter(today) ? today : day;
    }

    private static String heading(String slot) {
        return Map.of("notice", "培训通知", "diploma", "结业证书", "employerProof", "单位证明材料", "proof", "结业证明")
                .getOrDefault(slot, slot);
    }

    private long submit(DemoClient person, Training training) {
        return submit(person, HENAN, training);
    }

    private long submit(DemoClient person, String scheme, Training training) {
        long id = save(person, scheme, training);
        person.post("/api/declarations/" + id + "/submission", Map.of("version", 0));
        return id;
    }

    /** Passes a declaration; where the next level is to be chosen, it goes to the organization {@code next} works for. */
    private void pass(DemoClient reviewer, long id, @Nullable DemoClient next) {
        ObjectNode decision = json.createObjectNode().put("passes", true);
        JsonNode choices = reviewer.get("/api/declarations/" + id).get("choices");
        if (next != null && !choices.isEmpty()) {
            long organization = workplace(next);
            choices.forEach(choice -> {
                if (choice.get("id").asLong() == organization) {
                    decision.put("nextPlace", organization);
                }
            });
        } else if (!choices.isEmpty()) {
            decision.put("nextPlace", choices.get(0).get("id").asLong());
        }
        reviewer.post("/api/declarations/" + id + "/decisions", decision);
    }

    private void passWith(DemoClient reviewer, long id, String hours, String reason) {
        ObjectNode decision = json.createObjectNode()
                .put("passes", true)
                .put("recognisedHours", new BigDecimal(hours))
                .put("reason", reason);
        reviewer.post("/api/declarations/" + id + "/decisions", decision);
    }

    private void sendBack(DemoClient reviewer, long id, String reason) {
        reviewer.post(
                "/api/declarations/" + id + "/decisions",
                json.createObjectNode().put("passes", false).put("reason", reason));
    }

    private static long workplace(DemoClient admin) {
        return admin.get("/api/session")
                .get("workspaces")
                .get(0)
                .get("organizationId")
                .asLong();
    }

    /** The table of years in S3, with its verdicts. */
    private void enterTableOfTheSource(long personId) {
        history(personId, HENAN, 2013, "26", "60");
        history(personId, HENAN, 2014, "26", "60");
        history(personId, HENAN, 2015, "26", "60");
        history(personId, HENAN, 2016, "24", "66");
        history(personId, HENAN, 2017, null, "15");
        history(personId, HENAN, 2018, "15", null);
        history(personId, HENAN, 2019, "45.5", null);
    }

    private void history(
            long personId, String scheme, int year, @Nullable String general, @Nullable String professional) {
        if (general != null) {
            record(personId, scheme, year, "GENERAL", "公需科目网络培训", general);
        }
        if (professional != null) {
            record(personId, scheme, year, "PROFESSIONAL", "专业科目培训", professional);
        }
    }

    private void record(long personId, String scheme, int year, String subject, String title, String hours) {
        Credit credit = new Credit(
                personId,
                scheme,
                year,
                subject,
                "IMPORT",
                "历史学时",
                year + "年度" + title,
                null,
                LearningMode.ONLINE,
                Hours.of(hours),
                Hours.ZERO,
                new Source("IMPORT", "demo/%d/%s/%d/%s".formatted(personId, scheme, year, subject)),
                null,
                HENAN.equals(scheme) ? "河南省人力资源和社会保障厅" : "湖南省人力资源和社会保障厅",
                "原系统历史数据导入",
                1,
                null,
                null);
        Acting.run("demo", () -> transaction.executeWithoutResult(status -> ledger.record(credit, null)));
    }
}
