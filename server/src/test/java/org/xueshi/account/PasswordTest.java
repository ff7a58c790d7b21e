package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.xueshi.Browser;
import org.xueshi.IdNumbers;
import org.xueshi.Solved;
import org.xueshi.platform.Caller;
import org.xueshi.platform.PostOffice;
import org.xueshi.platform.Role;

/** 修改密码 (B38), 忘记登录密码 (B39) and the administrator's reset (B31, B40). */
class PasswordTest extends GateTest {

    private static final Pattern CODE = Pattern.compile("验证码为：([A-Z0-9]+)");
    private static final String NEW = "Neues-2027?";

    private Caller learner;
    private String login;
    private String email;
    private String phone;

    @BeforeEach
    void somebodyIsRegistered() {
        learner = province.learner(employer, "王秀英");
        login = accounts.login(learner);
        email = email(login);
        phone = "138" + login.substring(9, 17);
    }

    @ParameterizedTest
    @CsvSource({
        "Abc-123,请输入8~20位密码",
        "Abc-12345678901234567,请输入8~20位密码",
        "1234567890,请勿输入纯数字或纯字母",
        "abcdefghij,请勿输入纯数字或纯字母",
        "password123,过于常见",
        "aaaa1111,重复字符过多",
        "NUMBER,不能包含证件号",
        "PHONE,不能包含证件号、手机号",
        "王秀英-2026-xy,或姓名"
    })
    void aPasswordThatIsEasilyGuessedIsRefusedSayingWhy(String typed, String why) {
        String password = typed.replace("NUMBER", "xy" + login.substring(12)).replace("PHONE", "a" + phone);
        Browser.Answer answer = change(TestAccounts.PASSWORD, password).expect(422);
        assertThat(answer.at("/title").asString()).isEqualTo("密码不符合要求");
        assertThat(answer.at("/errors/0/field").asString()).isEqualTo("password");
        assertThat(answer.at("/errors/0/message").asString()).contains(why);
    }

    @Test
    void aChangeNeedsTheOldPasswordAndEndsEveryOtherSession() {
        Cookie elsewhere = accounts.session(learner);
        Browser.Answer wrong = change("Falsch-2026!", NEW).expect(422);
        assertThat(wrong.at("/errors/0/message").asString()).isEqualTo("原始密码不正确");

        Browser.Answer changed = change(TestAccounts.PASSWORD, NEW).expect(200);
        Cookie here = Objects.requireNonNull(changed.response().getCookie("__Host-session"));
        assertThat(asks(elsewhere)).isEqualTo(401);
        assertThat(asks(here)).isEqualTo(200);
        login(TestAccounts.PASSWORD).expect(401);
        login(NEW).expect(200);
        assertThat(post.of(email))
                .filteredOn(mail -> mail.subject().equals("登录密码变更提醒"))
                .singleElement()
                .extracting(PostOffice.Arrived::text)
                .asString()
                .contains("您的登录密码已修改")
                .doesNotContain(NEW);
    }

    @Test
    void aBorrowedSessionDoesNotGetToTryManyOldPasswords() {
        for (int i = 0; i < 10; i++) {
            change("Falsch-202" + i + "!", NEW).expect(422);
        }
        change(TestAccounts.PASSWORD, NEW).expect(429);
    }

    @Test
    void aForgottenPasswordIsSetAnewByACodeThatWasMailed() {
        forgot(login, email, phone).expect(200);
        Browser.Answer wrong = reset(login, "ABCDEFGH", NEW).expect(422);
        assertThat(wrong.at("/title").asString()).isEqualTo("验证码不正确");
        Cookie session = accounts.session(learner);
        String code = code();
        reset(login, code, "12345678").expect(422);
        Browser.Answer done =
                reset(login, code.toLowerCase(java.util.Locale.ROOT), NEW).expect(200);
        assertThat(asks(session)).isEqualTo(401);
        login(NEW).expect(200);
        reset(login, code, "Nochmal-2027?").expect(422);
        assertThat(done.response().getCookie("__Host-device")).isNotNull();
    }

    @Test
    void whoeverForgotIsAnsweredTheSameWhetherHeIsKnownOrNot() {
        List<Browser.Answer> answers = List.of(
                forgot(login, email, phone),
                forgot(login, "other@example.cn", phone),
                forgot(login, email, "13900000000"),
                forgot(IdNumbers.next(), email, phone));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEmpty();
        });
        assertThat(post.of(email))
                .filteredOn(mail -> CODE.matcher(mail.text()).find())
                .hasSize(1);
        assertThat(post.of("other@example.cn")).isEmpty();
        assertThat(reset(IdNumbers.next(), "ABCDEFGH", NEW).expect(422).at("/code"))
                .isEqualTo(reset(login, "ABCDEFGH", NEW).expect(422).at("/code"));
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        forgot(login, email, phone).expect(200);
        clock.advance(Duration.ofMinutes(11));
        reset(login, code(), NEW).expect(422);
    }

    @Test
    void aCodeIsGoodForFiveTries() {
        forgot(login, email, phone).expect(200);
        for (int i = 0; i < 5; i++) {
            reset(login, "AAAAAAA" + (i + 2), NEW).expect(422);
        }
        reset(login, code(), NEW).expect(422);
        login(TestAccounts.PASSWORD).expect(200);
    }

    @Test
    void anAnswerToTheChallengeMailsOneCode() {
        Map<String, Object> form =
                Map.of("login", login, "email", email, "phone", phone, "challenge", Solved.challenge(browser, json));
        browser.post(null, "/api/public/password-codes", form).expect(200);
        assertThat(browser.post(null, "/api/public/password-codes", form)
                        .expect(422)
                        .at("/title")
                        .asString())
                .isEqualTo("验证码错误");
    }

    @Test
    void noMoreThanFiveCodesAnHourAreMailed() {
        for (int i = 0; i < 7; i++) {
            forgot(login, email, phone).expect(200);
        }
        assertThat(post.of(email))
                .filteredOn(mail -> CODE.matcher(mail.text()).find())
                .hasSize(5);
    }

    @Test
    void anAdministratorGivesARandomPasswordThatIsGoodForSettingOnesOwn() {
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        String given = browser.post(admin, "/api/people/" + learner.person() + "/password-reset", Map.of())
                .expect(200)
                .at("/password")
                .asString();
        assertThat(given).hasSize(12).isNotEqualTo(login.substring(12)).isNotEqualTo("000000");
        login(TestAccounts.PASSWORD).expect(401);
        Browser.Answer must = login(given).expect(403);
        assertThat(must.at("/title").asString()).isEqualTo("请设置新密码");
        assertThat(must.response().getCookie("__Host-session")).isNull();
        String token = must.at("/facts/token").asString();
        first(token, "12345678").expect(422);
        first(token, NEW).expect(200);
        assertThat(first(token, "Nochmal-2027?").expect(422).at("/code").asString())
                .isEqualTo("account.link-expired");
        first("AAAA", NEW).expect(422);
        login(NEW).expect(200);
    }

    @Test
    void nobodyResetsWhoIsNotHis() {
        Caller other = province.admin(Role.EMPLOYER_ADMIN, province.employer(null));
        browser.post(other, "/api/people/" + learner.person() + "/password-reset", Map.of())
                .expect(404);
        Caller own = province.adminAs(learner, Role.EMPLOYER_ADMIN, employer);
        assertThat(browser.post(own, "/api/people/" + learner.person() + "/password-reset", Map.of())
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("account.own-grant");
    }

    private Browser.Answer change(String old, String password) {
        return browser.put(learner, "/api/me/password", Map.of("oldPassword", old, "password", password));
    }

    private Browser.Answer forgot(String number, String mail, String mobile) {
        return browser.post(
                null,
                "/api/public/password-codes",
                Map.of("login", number, "email", mail, "phone", mobile, "challenge", Solved.challenge(browser, json)));
    }

    private Browser.Answer reset(String number, String code, String password) {
        return browser.post(
                null, "/api/public/password-resets", Map.of("login", number, "code", code, "password", password));
    }

    private Browser.Answer first(String token, String password) {
        return browser.post(null, "/api/public/first-passwords", Map.of("token", token, "password", password));
    }

    private String code() {
        return post.of(email).stream()
                .map(mail -> CODE.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Browser.Answer login(String password) {
        return browser.send(
                null,
                request(HttpMethod.POST, "/api/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of(
                                "role",
                                "LEARNER",
                                "login",
                                login,
                                "password",
                                password,
                                "challenge",
                                Solved.challenge(browser, json)))));
    }
}
