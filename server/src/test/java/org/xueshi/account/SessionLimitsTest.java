package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xueshi.account.db.Tables.SESSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;

/** Who rests too long, or works too long at a stretch, logs in again; administrators sooner. */
@PlatformTest
class SessionLimitsTest {

    @Autowired
    private Province province;

    @Autowired
    private Sessions sessions;

    @Autowired
    private GateStates states;

    @Autowired
    private DSLContext database;

    @Autowired
    private Clock clock;

    @Test
    void aLearnerMayRestForHalfAnHour() {
        Caller learner = province.learner(province.employer(null), "王秀英");
        assertThat(standsAfter(learner, Duration.ofMinutes(29), Duration.ofHours(11)))
                .isTrue();
        assertThat(standsAfter(learner, Duration.ofMinutes(31), Duration.ofHours(1)))
                .isFalse();
        assertThat(standsAfter(learner, Duration.ofMinutes(6), Duration.ofHours(13)))
                .isFalse();
    }

    @Test
    void anAdministratorMayRestForAQuarterOfAnHour() {
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, province.employer(null));
        assertThat(standsAfter(admin, Duration.ofMinutes(14), Duration.ofHours(7)))
                .isTrue();
        assertThat(standsAfter(admin, Duration.ofMinutes(16), Duration.ofHours(1)))
                .isFalse();
        assertThat(standsAfter(admin, Duration.ofMinutes(6), Duration.ofHours(9)))
                .isFalse();
    }

    @Test
    void aLearnerWhoAlsoAdministersIsAnAdministrator() {
        Organization employer = province.employer(null);
        Caller both = province.adminAs(province.learner(employer, "刘海燕"), Role.EMPLOYER_ADMIN, employer);
        assertThat(standsAfter(both, Duration.ofMinutes(16), Duration.ofHours(1)))
                .isFalse();
    }

    private boolean standsAfter(Caller caller, Duration rest, Duration sinceLogin) {
        states.forget(caller.accountId());
        GateState state = states.of(caller.accountId()).orElseThrow();
        SessionCookie cookie = province.as(() -> sessions.begin(state, "test", "127.0.0.1"));
        Instant now = clock.instant();
        province.run(() -> database.update(SESSION)
                .set(SESSION.SEEN_AT, now.minus(rest))
                .set(SESSION.BEGAN_AT, now.minus(sinceLogin))
                .where(SESSION.ACCOUNT_ID.eq(caller.accountId()), SESSION.ENDED_AT.isNull())
                .execute());
        return sessions.check(cookie.checked(state.version(), now.minus(rest))).isPresent();
    }
}
