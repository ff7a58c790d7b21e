package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.xueshi.account.db.Tables.ACCOUNT;
import static org.xueshi.account.db.Tables.SESSION;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;

/** What is taken away is taken away everywhere within seconds, whichever node took it. */
@PlatformTest
class RevocationTest {

    private static final Duration SECONDS = Duration.ofSeconds(8);

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private DSLContext database;

    private Organization employer;
    private Caller learner;

    @BeforeEach
    void somebodyIsRegistered() {
        employer = province.employer(null);
        learner = province.learner(employer, "王秀英");
    }

    @AfterEach
    void everybodyLogsInAnew() {
        browser.forgetSessions();
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsLoggedOutAtOnce() {
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        Caller other = province.admin(Role.EMPLOYER_ADMIN, employer);
        Cookie session = accounts.session(other);
        assertThat(asks(session)).isEqualTo(200);
        browser.delete(admin, "/api/administrators/" + accounts.workspace(other))
                .expect(200);
        assertThat(asks(session)).isEqualTo(401);
    }

    @Test
    void anAdministratorsResetEndsEverySession() {
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        Cookie session = accounts.session(learner);
        assertThat(asks(session)).isEqualTo(200);
        browser.post(admin, "/api/people/" + learner.person() + "/password-reset", Map.of())
                .expect(200);
        assertThat(asks(session)).isEqualTo(401);
    }

    @Test
    void whatAnotherNodeChangedIsNoticedWithinSeconds() throws InterruptedException {
        Cookie session = accounts.session(learner);
        assertThat(asks(session)).isEqualTo(200);
        province.run(() -> database.update(ACCOUNT)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .set(ACCOUNT.CHANGED_AT, DSL.field("clock_timestamp()", ACCOUNT.CHANGED_AT.getDataType()))
                .where(ACCOUNT.ID.eq(learner.accountId()))
                .execute());
        assertEnds(session);
    }

    @Test
    void aSessionThatAnotherNodeEndedIsNoticedWithinSeconds() throws InterruptedException {
        Cookie session = accounts.session(learner);
        assertThat(asks(session)).isEqualTo(200);
        end("0 minutes");
        assertEnds(session);
    }

    @Test
    void tidyingUpDoesNotBringBackWhatEndedMinutesAgo() {
        Cookie session = accounts.session(learner);
        end("3 minutes");
        sessions.sweep();
        assertThat(asks(session))
                .as("its cookie is not looked up before it is five minutes old")
                .isEqualTo(401);
    }

    private void end(String ago) {
        province.run(() -> database.update(SESSION)
                .set(
                        SESSION.ENDED_AT,
                        DSL.field("clock_timestamp() - {0}::interval", SESSION.ENDED_AT.getDataType(), DSL.val(ago)))
                .where(SESSION.ACCOUNT_ID.eq(learner.accountId()))
                .execute());
    }

    private void assertEnds(Cookie session) throws InterruptedException {
        long end = System.nanoTime() + SECONDS.toNanos();
        while (asks(session) == 200 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(asks(session)).isEqualTo(401);
    }

    private int asks(Cookie session) {
        return browser.send(null, request(HttpMethod.GET, "/api/session").cookie(session))
                .status();
    }
}
