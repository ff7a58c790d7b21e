package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.xueshi.Browser;
import org.xueshi.IdNumbers;
import org.xueshi.Pictures;
import org.xueshi.Province;
import org.xueshi.Solved;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.PostOffice;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 注册 (B01 to B19) from the first form to the employer's decision and its mail, as a visitor's browser sees it. */
class RegistrationTest extends GateTest {

    private static final String PASSWORD = "Anmeldung-26!";

    private Caller admin;
    private String number;
    private String email;

    @BeforeEach
    void somebodyMayDecideForIt() {
        admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        number = IdNumbers.next();
        email = email(number);
    }

    @Test
    void theEmployerIsFoundByRegionAndNameAndSaysWhatItAsks() {
        JsonNode found = browser.get(null, "/api/public/employers?region=410105&name={name}", employer.name())
                .expect(200)
                .body();
        assertThat(found.at("/items/0/id").asLong()).isEqualTo(employer.id());
        assertThat(browser.get(null, "/api/public/employers?region=430000&name={name}", employer.name())
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(browser.get(
                                null,
                                "/api/public/employers?exact=true&name={name}",
                                employer.name().substring(1))
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(browser.get(null, "/api/public/registration-form?category=PROFESSIONAL&employerId=" + employer.id())
                        .expect(200)
                        .at("/fields")
                        .findValuesAsString("label"))
                .contains("性别", "出生日期", "民族", "所学专业", "职称");
    }

    @Test
    void aRegistrationWaitsForTheEmployerWhosePassingIsMailed() throws InterruptedException {
        register(form()).expect(201);
        JsonNode standing = standing().expect(200).body();
        assertThat(standing.get("status").asString()).isEqualTo("PENDING");
        assertThat(standing.get("holder").asString()).isEqualTo(employer.name());
        assertThat(standing.get("waitingSince").asString()).isNotEmpty();

        decide(Map.of("passes", true)).expect(200);
        assertThat(standing().expect(200).at("/status").asString()).isEqualTo("ACTIVE");
        assertThat(post.await(email, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("注册审核通过");
            assertThat(mail.text()).contains("现在可以登录系统").doesNotContain(number);
        });
    }

    @Test
    void whatWasSentBackIsCorrectedAndHandedInAgain() throws InterruptedException {
        register(form()).expect(201);
        assertThat(decide(Map.of("passes", false)).expect(422).at("/title").asString())
                .isEqualTo("请填写理由");
        decide(Map.of("passes", false, "reason", "所学专业填写有误")).expect(200);
        assertThat(post.await(email, 1).getFirst().text()).contains("退回理由：所学专业填写有误");
        JsonNode standing = standing().expect(200).body();
        assertThat(standing.get("reason").asString()).isEqualTo("所学专业填写有误");
        String token = standing.get("token").asString();
        JsonNode draft = browser.post(null, "/api/public/registration-drafts", Map.of("token", token))
                .expect(200)
                .body();
        assertThat(draft.get("documentNumber").asString()).isEqualTo(number);

        ObjectNode changed = form();
        changed.put("documentNumber", IdNumbers.next());
        assertThat(again(token, changed).expect(422).at("/errors/0/field").asString())
                .isEqualTo("application.documentNumber");
        again(token, form().put("major", "教育学")).expect(200);
        assertThat(standing().expect(200).at("/status").asString()).isEqualTo("PENDING");
        decide(Map.of("passes", true)).expect(200);
    }

    @Test
    void whoChoseAWrongEmployerWithdrawsAndRegistersWithAnother() {
        register(form()).expect(201);
        String token = standing().expect(200).at("/token").asString();
        withdraw(token).expect(200);
        assertThat(withdraw(token).expect(409).at("/code").asString()).isEqualTo("person.wrong-state");
        assertThat(waiting()).isZero();
        Organization other = province.employer(null);
        register(form().put("employerId", other.id())).expect(201);
        assertThat(standing().expect(200).at("/employer").asString()).isEqualTo(other.name());
    }

    @Test
    void whatWasPassedIsNotWithdrawnAndNotDecidedAgain() {
        register(form()).expect(201);
        String token = standing().expect(200).at("/token").asString();
        decide(Map.of("passes", true)).expect(200);
        withdraw(token).expect(409);
        assertThat(decide(Map.of("passes", false, "reason", "反悔"))
                        .expect(409)
                        .at("/title")
                        .asString())
                .isEqualTo("该事项已经办理");
    }

    @Test
    void aTokenOfAQueryIsGoodForAQuarterOfAnHourAndForNobodyElse() {
        register(form()).expect(201);
        String token = standing().expect(200).at("/token").asString();
        withdraw(token.substring(1)).expect(422);
        withdraw("AAAA").expect(422);
        clock.advance(Duration.ofMinutes(16));
        assertThat(withdraw(token).expect(422).at("/code").asString()).isEqualTo("account.link-expired");
    }

    @Test
    void askingForAStandingTellsNothingWithoutThePassword() {
        register(form()).expect(201);
        Browser.Answer wrong = query(number, "Falsch-2026!").expect(401);
        Browser.Answer unknown = query(IdNumbers.next(), PASSWORD).expect(401);
        assertThat(((ObjectNode) wrong.body()).without("request"))
                .isEqualTo(((ObjectNode) unknown.body()).without("request"));
    }

    @Test
    void registeringTwiceIsAnsweredAlikeChangesNothingAndWarnsTheOwner() {
        String first = register(form()).expect(201).text();
        ObjectNode stranger = form().put("name", "李冒名").put("email", "stranger@example.cn");
        assertThat(register(stranger).expect(201).text()).isEqualTo(first);
        assertThat(standing().expect(200).at("/name").asString()).isEqualTo("王秀英");
        assertThat(post.of(email))
                .singleElement()
                .extracting(PostOffice.Arrived::subject)
                .isEqualTo("注册提醒");
        assertThat(post.of("stranger@example.cn")).isEmpty();
        assertThat(waiting()).isOne();
    }

    @Test
    void whoAdministersAlreadyRegistersWithHisOwnPassword() {
        String login = accounts.login(admin);
        ObjectNode application = form().put("documentNumber", login);
        register(application, true, "Falsch-2026!").expect(401);
        register(application, true, TestAccounts.PASSWORD).expect(201);
        assertThat(query(login, TestAccounts.PASSWORD).expect(200).at("/status").asString())
                .isEqualTo("PENDING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name||请填写姓名",
                "name|LONG51|姓名不得超过50字",
                "documentNumber||请填写证件号",
                "documentNumber|410105197001011235|证件号不正确，请核对位数、出生日期和最后一位校验码",
                "documentNumber|41010519700101|证件号不正确，请核对位数、出生日期和最后一位校验码",
                "phone||请填写手机号",
                "phone|12345678901|手机号不正确，请填写11位手机号",
                "phone|1380000000|手机号不正确，请填写11位手机号",
                "email||请填写电子邮箱",
                "email|not-an-address|电子邮箱格式不正确",
                "landline|LONG31|固定电话不得超过30字",
                "department|LONG61|所属工作部门不得超过60字",
                "school|LONG101|毕业院校不得超过100字",
                "major|LONG101|所学专业不得超过100字",
                "major||请填写所学专业",
                "ethnicGroup||请填写民族",
                "ethnicGroup|99999|请选择民族",
                "education|99999|请选择最高学历",
                "titleSince|2999-01-01|职称获取时间不正确"
            })
    void everyFieldSaysWhatIsWrongWithIt(String field, String typed, String message) {
        String value = typed == null
                ? null
                : typed.startsWith("LONG") ? "长".repeat(Integer.parseInt(typed.substring(4))) : typed;
        ObjectNode form = form();
        if (value == null) {
            form.putNull(field);
        } else {
            form.put(field, value);
        }
        Browser.Answer answer = register(form).expect(422);
        assertThat(answer.at("/errors").findValuesAsString("message")).contains(message);
        assertThat(answer.at("/errors/0/field").asString()).endsWith(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "abcdefgh", "Abc-123", "Abc-12345678901234567"})
    void aPasswordMustBeWhatTheSourceSays(String password) {
        Browser.Answer answer = register(form(), false, password).expect(422);
        assertThat(answer.at("/detail").asString()).isEqualTo("请输入8~20位密码,请勿输入纯数字或纯字母");
    }

    @Test
    void textsAreKeptAsTextWhateverTheyLookLike() {
        ObjectNode form = form().put("name", "买买提•艾力\u202e").put("department", "=1+1<script>{{7*7}}${7*7}");
        register(form).expect(201);
        assertThat(standing().expect(200).at("/name").asString()).isEqualTo("买买提·艾力");
        JsonNode row = browser.get(admin, "/api/registrations?waiting=true")
                .expect(200)
                .at("/items/0");
        long person = row.get("personId").asLong();
        assertThat(browser.get(admin, "/api/registrations/" + person)
                        .expect(200)
                        .at("/department")
                        .asString())
                .isEqualTo("=1+1<script>{{7*7}}${7*7}");
    }

    @Test
    void birthAndSexAreReadFromTheNumberAndNotBelieved() {
        register(form().put("sex", "1").put("birthDate", "1999-09-09")).expect(201);
        JsonNode draft = browser.post(
                        null,
                        "/api/public/registration-drafts",
                        Map.of("token", standing().expect(200).at("/token").asString()))
                .expect(200)
                .body();
        assertThat(draft.get("birthDate").asString().replace("-", "")).isEqualTo(number.substring(6, 14));
    }

    @Test
    void somebodyElsesPhotoIsNotTaken() {
        String token = UUID.randomUUID().toString();
        String photo = browser.send(
                        null,
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                                        "/api/public/registration-photos?token=" + token)
                                .file(new org.springframework.mock.web.MockMultipartFile(
                                        "file", "a.png", null, Pictures.png(30, 40)))
                                .header("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(201)
                .at("/id")
                .asString();
        assertThat(register(form().put("photo", photo)).expect(422).at("/code").asString())
                .isEqualTo("files.not-yours");
    }

    @Test
    void anAnswerToTheChallengeIsSpentEvenWhenTheRegistrationIsRefused() {
        ObjectNode form = registration(form().putNull("major"), false, PASSWORD);
        browser.post(null, "/api/public/registrations", form).expect(422);
        form.set("application", form());
        assertThat(browser.post(null, "/api/public/registrations", form)
                        .expect(422)
                        .at("/title")
                        .asString())
                .isEqualTo("验证码错误");
        assertThat(waiting()).isZero();

        ObjectNode guessed = registration(form(), false, PASSWORD);
        String work = guessed.at("/challenge/work").asString();
        ((ObjectNode) guessed.get("challenge")).put("work", "1");
        browser.post(null, "/api/public/registrations", guessed).expect(422);
        ((ObjectNode) guessed.get("challenge")).put("work", work);
        browser.post(null, "/api/public/registrations", guessed).expect(422);
        assertThat(waiting()).isZero();
    }

    @Test
    void aRepeatedRegistrationIsAnsweredAsItWasAlthoughItsChallengeIsSpent() {
        ObjectNode form = registration(form(), false, PASSWORD);
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            browser.write(null, HttpMethod.POST, "/api/public/registrations", form, key)
                    .expect(201);
        }
        assertThat(waiting()).isOne();
        browser.post(null, "/api/public/registrations", form).expect(422);
    }

    @Test
    void twoOfTheSameRegistrationAtOnceAreOne() throws Exception {
        ObjectNode form = registration(form(), false, PASSWORD);
        UUID key = UUID.randomUUID();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> one = () -> browser.write(null, HttpMethod.POST, "/api/public/registrations", form, key)
                    .status();
            for (Future<Integer> each : threads.invokeAll(List.of(one, one))) {
                assertThat(each.get()).isEqualTo(201);
            }
        }
        assertThat(waiting()).isOne();
    }

    private ObjectNode form() {
        return json.valueToTree(Province.form(employer.id(), number, "王秀英"));
    }

    private Browser.Answer register(ObjectNode application) {
        return register(application, false, PASSWORD);
    }

    private Browser.Answer register(ObjectNode application, boolean existing, String password) {
        return browser.post(null, "/api/public/registrations", registration(application, existing, password));
    }

    private ObjectNode registration(ObjectNode application, boolean existing, String password) {
        ObjectNode form = json.createObjectNode().put("existingUser", existing).put("password", password);
        form.set("application", application);
        form.set("challenge", Solved.challenge(browser, json));
        return form;
    }

    private Browser.Answer again(String token, ObjectNode application) {
        ObjectNode form = json.createObjectNode().put("token", token);
        form.set("application", application);
        return browser.post(null, "/api/public/registration-corrections", form);
    }

    private Browser.Answer withdraw(String token) {
        return browser.post(null, "/api/public/registration-withdrawals", Map.of("token", token));
    }

    private Browser.Answer standing() {
        return query(number, PASSWORD);
    }

    private Browser.Answer query(String document, String password) {
        return browser.send(
                null,
                request(HttpMethod.POST, "/api/public/registration-queries")
                        .contentType("application/json")
                        .content(json.writeValueAsString(Map.of(
                                "documentNumber",
                                document,
                                "password",
                                password,
                                "challenge",
                                Solved.challenge(browser, json)))));
    }

    private int waiting() {
        return browser.get(admin, "/api/registrations?waiting=true")
                .expect(200)
                .at("/total")
                .asInt();
    }

    private Browser.Answer decide(Map<String, Object> decision) {
        JsonNode rows = browser.get(admin, "/api/registrations?waiting=" + (waiting() > 0))
                .expect(200)
                .at("/items");
        long person = rows.get(0).get("personId").asLong();
        return browser.post(admin, "/api/registrations/" + person + "/decisions", decision);
    }
}
