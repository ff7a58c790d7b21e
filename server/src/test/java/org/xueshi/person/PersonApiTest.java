package org.xueshi.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.account.TestAccounts;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is shown of people, to whom, and what they change themselves. */
@PlatformTest
class PersonApiTest {

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JsonMapper json;

    private Caller admin;
    private Caller learner;
    private String number;

    @BeforeEach
    void somebodyIsRegistered() {
        Organization employer = province.employer(null);
        admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        learner = province.learner(employer, "王秀英");
        number = accounts.login(learner);
    }

    @AfterEach
    void everybodyLogsInAnew() {
        browser.forgetSessions();
    }

    @Test
    void numbersAreMaskedWhereverPeopleAreShown() {
        for (Browser.Answer answer : new Browser.Answer[] {
            browser.get(admin, "/api/people"),
            browser.get(admin, "/api/people/" + learner.person()),
            browser.get(learner, "/api/me/profile"),
            browser.get(learner, "/api/session")
        }) {
            assertThat(answer.expect(200).text())
                    .doesNotContain(number)
                    .doesNotContain("138" + number.substring(9, 17))
                    .doesNotContain("p" + number.toLowerCase(java.util.Locale.ROOT) + "@");
        }
        assertThat(browser.get(admin, "/api/people/" + learner.person())
                        .at("/maskedDocument")
                        .asString())
                .isEqualTo(number.substring(0, 3) + "*".repeat(12) + number.substring(15));
    }

    @Test
    void whoLooksAtAFullNumberSaysWhyAndItsOwnerReadsIt() {
        JsonNode full = browser.post(admin, "/api/people/" + learner.person() + "/looks", Map.of("reason", "核对职称评审材料"))
                .expect(200)
                .body();
        assertThat(full.get("documentNumber").asString()).isEqualTo(number);
        JsonNode looks = browser.get(learner, "/api/me/looks").expect(200).body();
        assertThat(looks).hasSize(1);
        assertThat(looks.toString()).contains("核对职称评审材料", admin.name());
        browser.post(admin, "/api/people/" + learner.person() + "/looks", Map.of("reason", ""))
                .expect(422);
    }

    @Test
    void nobodyLooksAtMoreThanFiftyFullNumbersADay() {
        String path = "/api/people/" + learner.person() + "/looks";
        for (int i = 0; i < 50; i++) {
            browser.post(admin, path, Map.of("reason", "逐一核对")).expect(200);
        }
        Browser.Answer tooMany = browser.post(admin, path, Map.of("reason", "逐一核对"));
        assertThat(tooMany.at("/code").asString()).isEqualTo("person.too-many-looks");
        assertThat(tooMany.at("/detail").asString()).contains("50");
    }

    @Test
    void aProfileThatChangedMeanwhileIsNotOverwritten() {
        int version = browser.get(learner, "/api/me/profile")
                .expect(200)
                .at("/version")
                .asInt();
        ObjectNode form = profile(version).put("department", "科研处");
        assertThat(browser.put(learner, "/api/me/profile", form)
                        .expect(200)
                        .at("/department")
                        .asString())
                .isEqualTo("科研处");
        Browser.Answer stale = browser.put(learner, "/api/me/profile", form.put("department", "教务处"))
                .expect(409);
        assertThat(stale.at("/title").asString()).isEqualTo("内容已被更新");
    }

    @Test
    void nameNumberAndEmployerAreNotChangedByTheirOwner() {
        int version = browser.get(learner, "/api/me/profile")
                .expect(200)
                .at("/version")
                .asInt();
        for (String locked : new String[] {"name", "documentNumber", "employerId", "status", "titleLevel"}) {
            browser.put(learner, "/api/me/profile", profile(version).put(locked, "1"))
                    .expect(400);
        }
    }

    @Test
    void whereResetsGoIsChangedWithThePasswordOnly() {
        Map<String, String> form =
                Map.of("password", "Falsch-2026!", "phone", "13911112222", "email", "new@example.cn");
        assertThat(browser.put(learner, "/api/me/contact", form)
                        .expect(422)
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("登录密码不正确");
        browser.put(
                        learner,
                        "/api/me/contact",
                        Map.of(
                                "password",
                                TestAccounts.PASSWORD,
                                "phone",
                                "+86 139-1111-2222",
                                "email",
                                "new@example.cn"))
                .expect(200);
        assertThat(browser.get(learner, "/api/me/profile").at("/maskedPhone").asString())
                .isEqualTo("139****2222");
    }

    private ObjectNode profile(int version) {
        return json.createObjectNode()
                .put("department", "教务处")
                .put("ethnicGroup", "01")
                .put("education", "21")
                .put("school", "河南大学")
                .put("major", "汉语言文学")
                .put("version", version);
    }

    @Test
    void oneIsFoundByTheWholeNumberAndOnlyByThoseWhoOverseeHim() {
        Map<String, String> whole = Map.of("documentNumber", number.toLowerCase(java.util.Locale.ROOT));
        assertThat(browser.post(admin, "/api/people/lookups", whole)
                        .expect(200)
                        .at("/id")
                        .asLong())
                .isEqualTo(learner.person());
        Browser.Answer part = browser.post(
                        admin, "/api/people/lookups", Map.of("documentNumber", number.substring(0, 17)))
                .expect(404);
        assertThat(part.at("/title").asString()).isEqualTo("所辖人员中没有该证件号");
        Caller elsewhere = province.admin(Role.EMPLOYER_ADMIN, province.employer(null));
        browser.post(elsewhere, "/api/people/lookups", whole).expect(404);
    }
}
