package org.xueshi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;

/** 证书与证明 by HTTP: asking for one, who sees, revokes and reissues one, and in which words it is refused. */
@PlatformTest
class ProofApiTest {

    private static final String HENAN = "henan-zyjs";

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private Clock clock;

    private Caller learner;
    private Caller employer;
    private Caller bureau;
    private int year;

    @BeforeEach
    void somebody() {
        Organization school = province.employer(null);
        learner = province.learner(school, "王秀英");
        employer = province.admin(Role.EMPLOYER_ADMIN, school);
        bureau = province.admin(Role.BUREAU_ADMIN, province.bureau("410105"));
        year = LocalDate.now(clock).getYear();
    }

    @AfterEach
    void everybodyLogsInAnew() {
        browser.forgetSessions();
    }

    private void credit(String subject, String hours) {
        province.credit(learner, HENAN, year, subject, hours);
    }

    private JsonNode passed() {
        credit("GENERAL", "30");
        credit("PROFESSIONAL", "60");
        return browser.get(learner, "/api/me/certificates").expect(200).body().get(0);
    }

    private Browser.Answer revoke(Caller caller, long id, String reason) {
        return browser.post(caller, "/api/certificates/" + id + "/revocation", Map.of("reason", reason));
    }

    @Test
    void aYearThatIsNotPassedHasNoProofAndSaysSoInTheWordsOfTheSource() {
        credit("GENERAL", "30");
        Browser.Answer refused = browser.post(learner, "/api/me/certificates", Map.of("scheme", HENAN, "year", year))
                .expect(422);
        assertThat(refused.at("/detail").asString()).startsWith("年度认定结果不合格时,该年度学时证明无法打印。");
        browser.post(learner, "/api/me/certificates", Map.of("scheme", "nowhere", "year", year))
                .expect(404);
    }

    @Test
    void aCertificateIsIssuedOnceHoweverOftenItIsAskedFor() {
        passed();
        Browser.Answer refused = browser.post(learner, "/api/me/certificates", Map.of("scheme", HENAN, "year", year));
        assertThat(refused.status()).isBetween(409, 422);
        assertThat(refused.at("/title").asString()).isEqualTo("证书已签发");
        assertThat(browser.get(learner, "/api/me/certificates").body()).hasSize(1);
    }

    @Test
    void aCertificateIsRevokedWithAReasonByABureauOfTheHolderAndByNobodyElse() {
        long id = passed().get("id").asLong();
        revoke(bureau, id, " ").expect(422);
        revoke(employer, id, "身份信息有误").expect(403);
        revoke(learner, id, "身份信息有误").expect(403);
        Caller elsewhere = province.admin(Role.BUREAU_ADMIN, province.bureau("410102"));
        revoke(elsewhere, id, "身份信息有误").expect(404);
        browser.get(elsewhere, "/api/certificates/" + id + "/document").expect(404);

        assertThat(revoke(bureau, id, "身份信息有误").status()).isBetween(200, 204);
        assertThat(revoke(bureau, id, "身份信息有误").at("/title").asString()).isEqualTo("证书已撤销");
        JsonNode held = browser.get(learner, "/api/me/certificates").body().get(0);
        assertThat(held.get("status").asString()).isEqualTo("REVOKED");
        assertThat(held.get("reason").asString()).isEqualTo("身份信息有误");
        assertThat(browser.get(learner, "/api/me/messages").text()).contains("证书已撤销", "身份信息有误");
    }

    @Test
    void afterARevocationOnlyABureauIssuesAnotherOneWithANumberOfItsOwn() {
        JsonNode first = passed();
        long id = first.get("id").asLong();
        revoke(bureau, id, "身份信息有误");
        Browser.Answer refused = browser.post(learner, "/api/me/certificates", Map.of("scheme", HENAN, "year", year))
                .expect(422);
        assertThat(refused.at("/title").asString()).isEqualTo("该年度证书已被撤销");
        browser.post(employer, "/api/certificates/" + id + "/reissue", null).expect(403);
        JsonNode second = browser.post(bureau, "/api/certificates/" + id + "/reissue", null)
                .body();
        assertThat(second.get("status").asString()).isEqualTo("VALID");
        assertThat(second.get("number").asString())
                .isNotEqualTo(first.get("number").asString());
    }

    @Test
    void nobodyRevokesHisOwnCertificate() {
        long id = passed().get("id").asLong();
        Caller self = province.adminAs(learner, Role.BUREAU_ADMIN, province.bureau("410105"));
        revoke(self, id, "不需要了").expect(403);
    }

    @Test
    void theDocumentIsForItsHolderAndThoseWhoOverseeHim() {
        long id = passed().get("id").asLong();
        Caller stranger = province.learner(province.employer(null), "李建国");
        browser.get(stranger, "/api/certificates/" + id + "/document").expect(404);
        for (Caller one : new Caller[] {learner, employer, bureau}) {
            assertThat(browser.get(one, "/api/certificates/" + id + "/document")
                            .expect(200)
                            .response()
                            .getContentType())
                    .isEqualTo("application/pdf");
        }
    }
}
