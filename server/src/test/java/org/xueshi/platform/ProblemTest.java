package org.xueshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.xueshi.Browser;
import org.xueshi.IdNumbers;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.account.TestAccounts;
import org.xueshi.organization.Organization;

/** Every refusal is a problem in Chinese with a real status, and tells nothing of the inside. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTest {

    @Autowired
    private Browser browser;

    @Autowired
    private MockMvc http;

    @Autowired
    private Province province;

    @Autowired
    private TestAccounts accounts;

    private Caller admin;
    private Caller learner;

    @BeforeEach
    void somebodyIsThere() {
        Organization employer = province.employer(null);
        admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        learner = province.learner(employer, "王秀英");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"reason\":",
                "[]",
                "\"reason\"",
                "null",
                "{\"reason\":\"核对证件\"} x",
                "{\"reason\":\"核对证件\",\"reason\":\"再次\"}",
                "{\"reason\":\"核对证件\",\"admin\":true}",
                "{\"reason\":{\"a\":1}}",
                "{\"reason\":\"核对\\u0000证件\"}",
                "{'reason':'核对证件'}",
                "{\"reason\":\"核对证件\" /* why */}"
            })
    void aBodyThatIsNoFormOfOursIsMalformed(String body) {
        Browser.Answer answer = look(body);
        assertProblem(answer.expect(400), "platform.malformed");
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        assertProblem(look("[".repeat(100_000)).expect(400), "platform.malformed");
    }

    @Test
    void aFieldThatIsMissingOrTooLongIsNamedWithWhatToDo() {
        for (String reason : List.of("", " ", "理".repeat(201), "理".repeat(100_000))) {
            Browser.Answer answer = browser.post(
                            admin, "/api/people/" + learner.person() + "/looks", Map.of("reason", reason))
                    .expect(422);
            assertProblem(answer, "platform.invalid");
            assertThat(answer.at("/errors/0/field").asString()).isEqualTo("reason");
            assertThat(answer.at("/errors/0/message").asString()).containsPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/people/abc, 400",
        "GET, /api/people/99999999999999999999, 400",
        "GET, /api/people/-1, 404",
        "GET, /api/people/999999999999, 404",
        "GET, /api/people?size=101, 400",
        "GET, /api/people?size=0, 400",
        "GET, /api/people?page=0, 400",
        "GET, /api/people?page=2147483647, 400",
        "GET, /api/people?size=abc, 400",
        "GET, /api/registrations, 400",
        "GET, /api/registrations?waiting=maybe, 400",
        "GET, /api/declarations?status=NOTHING, 400",
        "GET, /api/nothing, 404",
        "POST, /api/nothing, 404",
        "POST, /api/people, 405",
        "DELETE, /api/people/1, 405",
        "PATCH, /api/people/1, 405",
        "GET, /api/people/1/looks, 405"
    })
    void whatIsNotThereOrNotPossibleHasItsStatus(String method, String path, int status) {
        Browser.Answer answer = browser.write(admin, HttpMethod.valueOf(method), path, null, UUID.randomUUID());
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertProblem(answer, status == 404 ? "platform.not-found" : "platform.malformed");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            Browser.Answer answer = browser.send(
                    admin,
                    request(HttpMethod.POST, "/api/people/" + learner.person() + "/looks")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .contentType(type)
                            .content("{\"reason\":\"核对证件\"}"));
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertProblem(answer, "platform.malformed");
        }
    }

    @Test
    void nobodyIsToldToLogInWithAPasswordOfTheBrowsers() {
        Browser.Answer answer = browser.get(null, "/api/people").expect(401);
        assertProblem(answer, "platform.not-logged-in");
        assertThat(answer.response().getHeader("WWW-Authenticate")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://elsewhere.example",
        "Origin, http://localhost.elsewhere.example",
        "Origin, null"
    })
    void aWriteThatAnotherSiteStartedIsRefused(String header, String value) throws Exception {
        MockHttpServletResponse answer = http.perform(request(HttpMethod.DELETE, "/api/session")
                        .secure(true)
                        .cookie(accounts.session(admin))
                        .header("Host", "localhost")
                        .header(header, value))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("platform.foreign-origin", "请求来源不正确");
    }

    @Test
    void aWriteFromOurOwnPageIsTaken() throws Exception {
        for (Map.Entry<String, String> header : Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://localhost")
                .entrySet()) {
            assertThat(http.perform(request(HttpMethod.DELETE, "/api/session")
                                    .secure(true)
                                    .cookie(accounts.session(admin))
                                    .header("Host", "localhost")
                                    .header(header.getKey(), header.getValue()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void secretsAndNumbersNeverReachTheLog(CapturedOutput output) {
        String number = IdNumbers.next();
        String password = "Geheim-9f3kQ";
        List<Browser.Answer> answers = List.of(
                browser.post(null, "/api/session", login(number, password, "x")),
                browser.post(null, "/api/session", "{\"login\":\"" + number + "\",\"password\":\"" + password + "\",}"),
                browser.post(null, "/api/public/registration-queries", Map.of("documentNumber", number)),
                browser.get(null, "/api/people/" + number + "?password=" + password),
                browser.get(admin, "/api/people/" + number),
                browser.post(
                        admin, "/api/people/" + learner.person() + "/looks", "{\"reason\":\"" + number + "\\u0000\"}"),
                browser.put(learner, "/api/me/password", Map.of("oldPassword", password, "password", number)));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.text()).doesNotContain(password);
        });
        assertThat(output.getAll()).doesNotContain(password, number);
    }

    private static Map<String, Object> login(String number, String password, String token) {
        return Map.of(
                "role",
                "LEARNER",
                "login",
                number,
                "password",
                password,
                "challenge",
                Map.of("token", token, "work", "1"));
    }

    private Browser.Answer look(String body) {
        return browser.post(admin, "/api/people/" + learner.person() + "/looks", body);
    }

    private static void assertProblem(Browser.Answer answer, String code) {
        assertThat(answer.response().getContentType()).startsWith("application/problem+json");
        assertThat(answer.at("/code").asString()).isEqualTo(code);
        assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
        assertThat(answer.at("/title").asString()).containsPattern("\\p{IsHan}");
        assertThat(answer.at("/detail").asString())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("{");
        assertThat(answer.at("/request").asString()).isEqualTo(answer.response().getHeader("X-Request-Id"));
        assertThat(answer.text()).doesNotContain("Exception", "org.", "java.", "select ", "Jackson");
    }
}
