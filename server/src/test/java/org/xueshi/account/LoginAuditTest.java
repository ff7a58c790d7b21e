package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.xueshi.IdNumbers;
import org.xueshi.Solved;
import org.xueshi.platform.Acting;
import org.xueshi.platform.AuditTrail;
import org.xueshi.platform.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the audit trail tells of who came to the gate, and that it never tells a number. */
class LoginAuditTest extends GateTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private LoginAudit refusals;

    @Autowired
    private AuditNames names;

    private Caller learner;
    private String login;
    private long before;

    @BeforeEach
    void somebodyIsRegistered() {
        learner = province.learner(employer, "王秀英");
        login = accounts.login(learner);
        before = newest();
    }

    @Test
    void whoIsLetInAndWhoLeavesIsNoted() {
        Cookie session = java.util.Objects.requireNonNull(
                attempt(login, TestAccounts.PASSWORD, 200).getCookie("__Host-session"));
        browser.send(null, request(HttpMethod.DELETE, "/api/session").cookie(session))
                .expect(200);
        assertThat(since()).extracting(AuditTrail.Entry::action).containsExactly("account.logout", "account.login");
        assertThat(since()).allSatisfy(entry -> assertThat(entry.entityId()).isEqualTo(learner.accountId()));
        assertThat(since().getFirst().accountId()).isEqualTo(learner.accountId());
    }

    @Test
    void aWrongPasswordIsNotedWithTheAccountAndWithoutTheNumber() {
        attempt(login, "Wrong-2026!", 401);
        assertThat(since()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("account.login-failed");
            assertThat(entry.entityId()).isEqualTo(learner.accountId());
            assertThat(entry.actor()).isEqualTo("visitor");
            assertThat(entry.address()).isNotBlank();
            assertThat(detail(entry).get("cause").asString()).isEqualTo("account.wrong-password");
            assertThat(entry.toString()).doesNotContain(login).doesNotContain("Wrong-2026!");
        });
        assertThat(names.name(since())).singleElement().satisfies(row -> {
            assertThat(row.accountName()).as("it need not have been its owner").isNull();
            assertThat(row.triedAccount()).isEqualTo("王秀英");
        });
    }

    @Test
    void aRightPasswordThatDoesNotLetInIsNotedWithItsCause() {
        Caller waiting = province.pending(employer, "李等待");
        before = newest();
        attempt(accounts.login(waiting), TestAccounts.PASSWORD, 403);
        assertThat(since()).singleElement().satisfies(entry -> {
            assertThat(entry.entityId()).isEqualTo(waiting.accountId());
            assertThat(detail(entry).get("cause").asString()).isEqualTo("account.not-reviewed");
        });
    }

    @Test
    void guessesAtANumberThatNobodyHasAreSeenToBelongTogether() {
        String nobody = IdNumbers.next();
        attempt(nobody, "Wrong-2026!", 401);
        attempt(nobody, "Wrong-2027!", 401);
        attempt(IdNumbers.next(), "Wrong-2026!", 401);
        List<String> keys = since().stream()
                .map(entry -> detail(entry).get("unknown").asString())
                .toList();
        assertThat(keys).hasSize(3).doesNotContain(nobody);
        assertThat(keys.get(1)).isEqualTo(keys.get(2)).isNotEqualTo(keys.get(0));
        assertThat(since()).allSatisfy(entry -> assertThat(entry.entityId()).isNull());
    }

    @Test
    void whoIsTurnedAwayIsWrittenWhenItBeginsAndOnceWithItsCountWhenItIsOver() {
        for (int i = 0; i < 5; i++) {
            attempt(login, "Guess-202" + i + "!", 401);
        }
        before = newest();
        for (int i = 0; i < 7; i++) {
            attempt(login, TestAccounts.PASSWORD, 429);
        }
        assertThat(since()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("account.login-turned-away");
            assertThat(entry.entityId()).isEqualTo(learner.accountId());
        });
        writeCounts();
        assertThat(since()).as("the window is not over").hasSize(1);

        clock.advance(LoginAudit.WINDOW.plus(Duration.ofSeconds(1)));
        writeCounts();
        writeCounts();
        assertThat(since()).hasSize(2);
        assertThat(since().getFirst()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("job:count-logins");
            assertThat(detail(entry).get("attempts").asInt()).isEqualTo(7);
            assertThat(detail(entry).get("address").asString()).isNotBlank();
        });
    }

    @Test
    void theNoteOfAFailureStaysWhenTheRegistrationItCameInIsUndone() {
        ObjectNode form = json.createObjectNode().put("existingUser", true).put("password", "Wrong-2026!");
        form.set("application", json.valueToTree(org.xueshi.Province.form(employer.id(), login, "王秀英")));
        form.set("challenge", Solved.challenge(browser, json));
        browser.post(null, "/api/public/registrations", form).expect(401);
        assertThat(since()).extracting(AuditTrail.Entry::action).containsExactly("account.login-failed");
    }

    private void writeCounts() {
        Acting.run("count-logins", refusals::writeCounts);
    }

    private org.springframework.mock.web.MockHttpServletResponse attempt(String number, String password, int expected) {
        ObjectNode form = json.createObjectNode()
                .put("role", "LEARNER")
                .put("login", number)
                .put("password", password);
        form.set("challenge", Solved.challenge(browser, json));
        return browser.send(
                        null,
                        request(HttpMethod.POST, "/api/session")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(form)))
                .expect(expected)
                .response();
    }

    private long newest() {
        return trail.read(null, null, null, null, null).stream()
                .mapToLong(AuditTrail.Entry::id)
                .findFirst()
                .orElse(0);
    }

    private List<AuditTrail.Entry> since() {
        return trail.read(null, null, null, null, null).stream()
                .filter(entry -> entry.id() > before)
                .toList();
    }

    private JsonNode detail(AuditTrail.Entry entry) {
        return json.readTree(String.valueOf(entry.detail()));
    }
}
