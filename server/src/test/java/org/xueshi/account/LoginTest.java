package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.xueshi.Browser;
import org.xueshi.IdNumbers;
import org.xueshi.Solved;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Logging in, in the sources' words (B20 to B22): what is answered to what, and what guessing gains. */
class LoginTest extends GateTest {

    @Autowired
    private PasswordHasher hasher;

    private Caller learner;
    private String login;
    private String from = "10.1.0.1";

    @BeforeEach
    void somebodyIsRegistered() {
        learner = province.learner(employer, "王秀英");
        login = accounts.login(learner);
    }

    @Test
    void whoIsKnownIsLetInToHisWorkspaceAndSeesHisNumberMasked() {
        Browser.Answer in =
                attempt(form(Role.LEARNER, login, TestAccounts.PASSWORD)).expect(200);
        assertThat(in.at("/name").asString()).isEqualTo("王秀英");
        assertThat(in.at("/chosen").asString()).isEqualTo("LEARNER");
        assertThat(in.text()).doesNotContain(login);
        Cookie session = cookie(in, "__Host-session");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSecure()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Strict");
        assertThat(session.getPath()).isEqualTo("/");
        assertThat(asks(session)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "spaces", "wide"})
    void anIdNumberIsTakenAsPeopleTypeIt(String way) {
        String typed = switch (way) {
            case "lower" -> login.toLowerCase(java.util.Locale.ROOT);
            case "spaces" -> " " + login.substring(0, 6) + " " + login.substring(6) + "\u200b";
            default -> wide(login);
        };
        attempt(form(Role.LEARNER, typed, TestAccounts.PASSWORD)).expect(200);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(each -> wide.append((char) (each - '0' + '０')));
        return text.endsWith("X") ? text : wide.toString();
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreAnsweredAlike() {
        Browser.Answer wrong = attempt(form(Role.LEARNER, login, "Wrong-2026!")).expect(401);
        Browser.Answer unknown =
                attempt(form(Role.LEARNER, IdNumbers.next(), "Wrong-2026!")).expect(401);
        assertThat(wrong.at("/title").asString()).isEqualTo("账户号或密码错误");
        assertThat(wrong.at("/detail").asString()).isEqualTo("请重新录入账户、密码登录。忘记密码可点击“忘记登录密码”。");
        assertThat(without(wrong)).isEqualTo(without(unknown));
        assertThat(wrong.response().getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(unknown.response().getHeaderNames());
    }

    @Test
    void anAnswerToTheChallengeIsGoodOnce() {
        ObjectNode form = form(Role.LEARNER, login, "Wrong-2026!");
        attempt(form).expect(401);
        Browser.Answer again =
                attempt(form.put("password", TestAccounts.PASSWORD)).expect(422);
        assertThat(again.at("/title").asString()).isEqualTo("验证码错误");
    }

    @Test
    void whoIsTurnedAwayAtTheDoorKeepsHisAnswerToTheChallenge() throws InterruptedException {
        List<ObjectNode> forms = IntStream.range(0, 20)
                .mapToObj(i -> form(Role.LEARNER, login, TestAccounts.PASSWORD))
                .toList();
        AtomicBoolean storm = new AtomicBoolean(true);
        List<Thread> crowd = IntStream.range(0, 100)
                .mapToObj(i -> Thread.startVirtualThread(() -> pushIn(storm)))
                .toList();
        while (hasRoom()) {
            Thread.sleep(1);
        }
        List<ObjectNode> turnedAway =
                forms.stream().filter(form -> attempt(form).status() == 503).toList();
        storm.set(false);
        for (Thread one : crowd) {
            one.join();
        }
        // One who slips in while a place falls free, and finds it taken again, has spent his answer; all of them
        // cannot.
        assertThat(turnedAway).anySatisfy(form -> attempt(form).expect(200));
    }

    private void pushIn(AtomicBoolean storm) {
        while (storm.get()) {
            try {
                hasher.pretend("a guess");
            } catch (Refused turnedAway) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private boolean hasRoom() {
        try {
            hasher.demandRoom();
            return true;
        } catch (Refused full) {
            return false;
        }
    }

    @Test
    void aWrongOrLateOrForgedAnswerToTheChallengeIsAskedAgain() {
        ObjectNode wrong = form(Role.LEARNER, login, TestAccounts.PASSWORD);
        ((ObjectNode) wrong.get("challenge")).put("work", "1");
        ObjectNode digits = form(Role.LEARNER, login, TestAccounts.PASSWORD);
        ((ObjectNode) digits.get("challenge")).putNull("work").put("digits", "0000");
        ObjectNode nothing = form(Role.LEARNER, login, TestAccounts.PASSWORD);
        ((ObjectNode) nothing.get("challenge")).putNull("work");
        ObjectNode forged = form(Role.LEARNER, login, TestAccounts.PASSWORD);
        ((ObjectNode) forged.get("challenge")).put("token", "AAAA");
        for (ObjectNode form : List.of(wrong, digits, nothing, forged)) {
            Browser.Answer answer = attempt(form).expect(422);
            assertThat(answer.at("/title").asString()).isEqualTo("验证码错误");
            assertThat(answer.at("/detail").asString()).contains("如果验证码看不清，可以点击刷新验证码");
        }
        ObjectNode late = form(Role.LEARNER, login, TestAccounts.PASSWORD);
        clock.advance(Duration.ofMinutes(6));
        assertThat(attempt(late).expect(422).at("/title").asString()).isEqualTo("验证码错误");
    }

    @Test
    void whoIsNotReviewedYetLearnsWhoHasIt() {
        Caller waiting = province.pending(employer, "李等待");
        Browser.Answer answer = attempt(form(Role.LEARNER, accounts.login(waiting), TestAccounts.PASSWORD))
                .expect(403);
        assertThat(answer.at("/title").asString()).isEqualTo("此帐号还未被审核");
        assertThat(answer.at("/detail").asString()).contains(employer.name(), "注册审核进度查询");
        assertThat(answer.response().getCookie("__Host-session")).isNull();
    }

    @Test
    void whoWasSentBackLearnsWhy() {
        Caller waiting = province.pending(employer, "李退回");
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        browser.post(
                        admin,
                        "/api/registrations/" + waiting.person() + "/decisions",
                        Map.of("passes", false, "reason", "照片不是本人"))
                .expect(200);
        Browser.Answer answer = attempt(form(Role.LEARNER, accounts.login(waiting), TestAccounts.PASSWORD))
                .expect(403);
        assertThat(answer.at("/title").asString()).isEqualTo("注册申请已被退回");
        assertThat(answer.at("/detail").asString()).contains("退回理由：照片不是本人");
    }

    @Test
    void whoPicksAWrongKindOfUserIsToldTheRightOne() {
        Browser.Answer answer =
                attempt(form(Role.EMPLOYER_ADMIN, login, TestAccounts.PASSWORD)).expect(403);
        assertThat(answer.at("/title").asString()).isEqualTo("帐号未分配角色,请联系系统管理员");
        assertThat(answer.at("/facts/roles/0").asString()).isEqualTo("LEARNER");
    }

    @Test
    void whoHasNoRoleLeftIsToldSo() {
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        Caller other = province.admin(Role.EMPLOYER_ADMIN, employer);
        String number = accounts.login(other);
        browser.delete(admin, "/api/administrators/" + accounts.workspace(other))
                .expect(200);
        Browser.Answer answer = attempt(form(Role.EMPLOYER_ADMIN, number, TestAccounts.PASSWORD))
                .expect(403);
        assertThat(answer.at("/title").asString()).isEqualTo("帐号未分配角色,请联系系统管理员");
        assertThat(answer.at("/code").asString()).isEqualTo("account.no-role");
    }

    @Test
    void nothingOfAnAccountIsToldWithoutItsPassword() {
        Caller waiting = province.pending(employer, "李保密");
        Browser.Answer pending = attempt(form(Role.LEARNER, accounts.login(waiting), "Wrong-2026!"))
                .expect(401);
        Browser.Answer role =
                attempt(form(Role.SYSTEM_ADMIN, login, "Wrong-2026!")).expect(401);
        Browser.Answer unknown =
                attempt(form(Role.LEARNER, IdNumbers.next(), "Wrong-2026!")).expect(401);
        assertThat(without(pending)).isEqualTo(without(unknown));
        assertThat(without(role)).isEqualTo(without(unknown));
    }

    @Test
    void strangersAreSlowedDownAndTheOwnerIsNot() {
        Cookie device =
                cookie(attempt(form(Role.LEARNER, login, TestAccounts.PASSWORD)).expect(200), "__Host-device");
        for (int i = 0; i < 5; i++) {
            from = "10.2.0." + i;
            attempt(form(Role.LEARNER, login, "Guess-202" + i + "!")).expect(401);
        }
        from = "10.2.1.1";
        Browser.Answer stranger =
                attempt(form(Role.LEARNER, login, TestAccounts.PASSWORD)).expect(429);
        assertThat(stranger.at("/title").asString()).isEqualTo("密码错误次数过多");
        assertThat(stranger.at("/detail").asString()).contains("您在以前登录过的设备上仍可立即登录");
        assertThat(Integer.parseInt(String.valueOf(stranger.response().getHeader("Retry-After"))))
                .isBetween(1, 900);
        attempt(form(Role.LEARNER, login, TestAccounts.PASSWORD), device).expect(200);

        clock.advance(Duration.ofMinutes(16));
        attempt(form(Role.LEARNER, login, TestAccounts.PASSWORD)).expect(200);
    }

    @Test
    void anUnknownAccountIsSlowedDownLikeAKnownOne() {
        String nobody = IdNumbers.next();
        for (int i = 0; i < 5; i++) {
            attempt(form(Role.LEARNER, nobody, "Guess-202" + i + "!")).expect(401);
        }
        assertThat(attempt(form(Role.LEARNER, nobody, "Guess-2029!"))
                        .expect(429)
                        .at("/code")
                        .asString())
                .isEqualTo("account.unknown-device-waits");
    }

    @Test
    void theDeviceOfOneIsNoKnownDeviceOfAnother() {
        Caller other = province.learner(employer, "赵其他");
        Cookie device = cookie(
                attempt(form(Role.LEARNER, accounts.login(other), TestAccounts.PASSWORD))
                        .expect(200),
                "__Host-device");
        for (int i = 0; i < 5; i++) {
            attempt(form(Role.LEARNER, login, "Guess-202" + i + "!"), device).expect(401);
        }
        attempt(form(Role.LEARNER, login, "Guess-2029!"), device).expect(429);
    }

    @Test
    void inADayNoMoreThanAHundredGuessesAreTaken() {
        LoginThrottle throttle = new LoginThrottle(clock);
        int taken = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            try {
                throttle.demand("somebody", false, "10.9.0." + minute);
                throttle.failed("somebody", false, "10.9.0." + minute);
                taken++;
            } catch (org.xueshi.platform.Refused waits) {
                assertThat(waits.facts()).containsKey("minutes");
            }
        }
        assertThat(taken).isBetween(40, 100);
    }

    @Test
    void aStrangerBehindTheSameAddressKeepsNobodyOutWhoIsKnown() {
        LoginThrottle throttle = new LoginThrottle(clock);
        for (int i = 0; i < 400; i++) {
            throttle.failed("account " + i, false, "10.3.0.1");
        }
        throttle.demand("owner", true, "10.3.0.1");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> throttle.demand("owner", false, "10.3.0.1"))
                .isInstanceOf(org.xueshi.platform.Refused.class);
    }

    @Test
    void aForgedOrForeignCookieIsNobody() {
        Cookie session = accounts.session(learner);
        String value = session.getValue();
        for (String forged : List.of(
                "",
                "x",
                ".",
                value + "A",
                value.substring(1),
                value.substring(0, value.indexOf('.') + 1),
                "A".repeat(400),
                value.replace('.', '!'))) {
            assertThat(asks(new Cookie("__Host-session", forged))).as(forged).isEqualTo(401);
        }
        assertThat(asks(new Cookie("session", value))).isEqualTo(401);
        assertThat(asks(session)).isEqualTo(200);
    }

    // Sessions.

    @Test
    void afterLoggingOutTheCookieIsWorthNothing() {
        Cookie session = accounts.session(learner);
        Browser.Answer out = browser.send(
                        null, request(HttpMethod.DELETE, "/api/session").cookie(session))
                .expect(200);
        assertThat(out.response().getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        assertThat(cookie(out, "__Host-session").getMaxAge()).isZero();
        assertThat(asks(session)).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfRestAndAfterHalfADayAnyway() {
        Cookie resting = accounts.session(learner);
        clock.advance(Duration.ofMinutes(31));
        assertThat(asks(resting)).isEqualTo(401);

        Cookie busy = accounts.session(learner);
        for (int quarter = 0; quarter < 4 * 12; quarter++) {
            Browser.Answer answer = browser.send(
                            null, request(HttpMethod.GET, "/api/session").cookie(busy))
                    .expect(200);
            Cookie next = answer.response().getCookie("__Host-session");
            busy = next == null ? busy : next;
            clock.advance(Duration.ofMinutes(15));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(asks(busy)).isEqualTo(401);
    }

    @Test
    void oneSeesWhereOneIsLoggedInAndEndsWhatOneDoesNotKnow() {
        Cookie here = accounts.session(learner);
        Cookie elsewhere = accounts.session(learner);
        JsonNode rows = browser.send(
                        null, request(HttpMethod.GET, "/api/me/sessions").cookie(here))
                .expect(200)
                .body();
        assertThat(rows).hasSize(2);
        String other = rows.get(0).get("current").asBoolean()
                ? rows.get(1).get("id").asString()
                : rows.get(0).get("id").asString();
        browser.send(
                        null,
                        request(HttpMethod.DELETE, "/api/me/sessions/" + other)
                                .cookie(here)
                                .header(
                                        "Idempotency-Key",
                                        java.util.UUID.randomUUID().toString()))
                .expect(200);
        assertThat(asks(elsewhere)).isEqualTo(401);
        assertThat(asks(here)).isEqualTo(200);
    }

    @Test
    void theSixthLoginEndsTheOldest() {
        Cookie first = accounts.session(learner);
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            accounts.session(learner);
        }
        assertThat(asks(first)).isEqualTo(401);
    }

    private Browser.Answer attempt(ObjectNode form, Cookie... cookies) {
        var builder = request(HttpMethod.POST, "/api/session")
                .with(sent -> {
                    sent.setRemoteAddr(from);
                    return sent;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(form));
        return browser.send(null, cookies.length == 0 ? builder : builder.cookie(cookies));
    }

    private ObjectNode form(Role role, String number, String password) {
        ObjectNode form = json.createObjectNode()
                .put("role", role.name())
                .put("login", number)
                .put("password", password);
        form.set("challenge", Solved.challenge(browser, json));
        return form;
    }

    private static Cookie cookie(Browser.Answer answer, String name) {
        return java.util.Objects.requireNonNull(answer.response().getCookie(name));
    }

    /** An answer without the number of its request. */
    private static JsonNode without(Browser.Answer answer) {
        return ((ObjectNode) answer.body()).without("request");
    }
}
