package org.xueshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The line from what a person did to a certificate that anybody can verify, by HTTP alone. */
@PlatformTest
class WholeLineTest {

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @Test
    void hoursThatWereDeclaredAndPassedByEveryLevelEndInACertificateThatAnybodyCanVerify() throws IOException {
        Organization authority = province.authority();
        Organization employer = province.employer(authority);
        Organization bureau = province.bureau("410105");
        Caller learner = province.learner(employer, "王秀英");
        Caller employerAdmin = province.admin(Role.EMPLOYER_ADMIN, employer);
        Caller authorityAdmin = province.admin(Role.AUTHORITY_ADMIN, authority);
        Caller bureauAdmin = province.admin(Role.BUREAU_ADMIN, bureau);
        int year = LocalDate.now(clock).getYear();

        // Professional hours: the learner declares, the employer chooses the industry authority.
        long professional = declare(learner, "/api/declarations", "PROFESSIONAL", year, "80", "学科教学研修班");
        browser.post(learner, "/api/declarations/" + professional + "/submission", Map.of("version", 0))
                .expect(200);
        JsonNode found = browser.get(employerAdmin, "/api/declarations/" + professional)
                .expect(200)
                .body();
        assertThat(found.at("/choices")).hasSize(2);
        browser.post(employerAdmin, "/api/declarations/" + professional + "/decisions", Map.of("passes", true))
                .expect(422);
        browser.post(
                        employerAdmin,
                        "/api/declarations/" + professional + "/decisions",
                        Map.of("passes", true, "nextPlace", authority.id()))
                .expect(200);
        JsonNode changed = browser.post(
                        authorityAdmin,
                        "/api/declarations/" + professional + "/decisions",
                        Map.of("passes", true, "recognisedHours", 60, "reason", "结业证书载明 60 学时"))
                .expect(200)
                .body();
        assertThat(changed.get("outcome").asString()).isEqualTo("ACCEPTED");

        JsonNode missing = browser.get(learner, "/api/me/years/" + year + "?scheme=henan-zyjs")
                .expect(200)
                .body();
        assertThat(missing.at("/year/result").asString()).isEqualTo("NOT_PASSED");
        assertThat(missing.at("/checks").findValuesAsString("label")).contains("总学时", "公需科目", "专业科目");

        // General hours: the employer declares for its people, the bureau passes.
        long general = declare(
                employerAdmin, "/api/people/" + learner.person() + "/declarations", "GENERAL", year, "30", "公需科目面授");
        browser.post(bureauAdmin, "/api/declarations/" + general + "/decisions", Map.of("passes", true))
                .expect(200);

        JsonNode passed =
                browser.get(learner, "/api/me/years").expect(200).body().get(0);
        assertThat(passed.get("result").asString()).isEqualTo("PASSED");
        assertThat(passed.get("total").asInt()).isEqualTo(90);
        long certificate = passed.get("certificateId").asLong();
        Browser.Answer document = browser.get(learner, "/api/certificates/" + certificate + "/document")
                .expect(200);
        assertThat(document.response().getContentAsByteArray()).startsWith("%PDF".getBytes());

        JsonNode verified = browser.get(
                        null,
                        "/api/public/certificates?number="
                                + passed.get("certificateNumber").asString())
                .expect(200)
                .body();
        assertThat(verified.get("standing").asString()).isEqualTo("VALID");
        assertThat(verified.get("holder").asString()).isEqualTo("王**");
        assertThat(verified.toString()).doesNotContain("410105");

        // A reversal takes the verdict and the certificate with it, in the same moment.
        JsonNode entries =
                browser.get(learner, "/api/me/entries?year=" + year).expect(200).body();
        assertThat(entries).hasSize(2);
        browser.post(
                        bureauAdmin,
                        "/api/people/" + learner.person() + "/entries/" + year + "/"
                                + entries.get(0).get("id").asLong() + "/reversal",
                        Map.of("reason", "培训未实际举办"))
                .expect(200);
        JsonNode after = browser.get(
                        null,
                        "/api/public/certificates?number="
                                + passed.get("certificateNumber").asString())
                .expect(200)
                .body();
        assertThat(after.get("standing").asString()).isEqualTo("REVOKED");
        assertThat(browser.get(learner, "/api/me/years")
                        .body()
                        .get(0)
                        .get("result")
                        .asString())
                .isEqualTo("NOT_PASSED");
    }

    private long declare(Caller caller, String path, String subject, int year, String hours, String name)
            throws IOException {
        List<Map<String, String>> evidence = new ArrayList<>();
        for (String slot : List.of("notice", "diploma", "employerProof")) {
            String file = browser.upload(caller, "/api/files", slot + ".png", Pictures.png(300, 200))
                    .expect(201)
                    .at("/id")
                    .asString();
            evidence.add(Map.of("slot", slot, "fileId", file));
        }
        ObjectNode form = json.createObjectNode();
        form.put("scheme", "henan-zyjs");
        form.put("year", year);
        form.put("subject", subject);
        form.put("form", "F01_BASE");
        form.set(
                "fields",
                json.valueToTree(Map.of(
                        "organizer",
                        "河南省继续教育基地",
                        "className",
                        name,
                        "period",
                        year + "-01-05/" + year + "-01-14",
                        "score",
                        "合格")));
        form.put("claimedHours", new java.math.BigDecimal(hours));
        form.set("evidence", json.valueToTree(evidence));
        return browser.post(caller, path, form).expect(201).at("/id").asLong();
    }
}
