package org.xueshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xueshi.platform.db.Tables.ANSWERED_REQUEST;
import static org.xueshi.platform.db.Tables.SPENT_CHALLENGE;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xueshi.PlatformTest;
import org.xueshi.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a write whose transaction the database undoes: on the real database, with its real errors. */
@PlatformTest
class IdempotencyInterceptorTest {

    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Challenges challenges;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    private final byte[] effect = Sha256.of(UUID.randomUUID().toString());
    private final UUID key = UUID.randomUUID();

    /** Writes one row, and then fails as often as it was told. */
    public interface Counter {
        int count();
    }

    @BeforeEach
    void aRequestIsUnderWay() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/counting");
        request.addHeader(IdempotencyInterceptor.HEADER, key.toString());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void theRequestIsOver() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @ValueSource(strings = {DEADLOCK, SERIALIZATION})
    void aTransactionThatStoodInTheWayOfAnotherIsTriedAgainAndHasOneEffect(String state) {
        AtomicInteger tries = new AtomicInteger();
        assertThat(counter(tries, 3, state).count()).isEqualTo(4);
        assertThat(tries).hasValue(4);
        assertThat(effects()).isOne();
        assertThat(answers()).isOne();
    }

    @Test
    void afterThreeMoreTriesTheCallerHearsOfItAndNothingHasHappened() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> counter(tries, 100, DEADLOCK).count())
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        failed -> assertThat(failed.sqlState()).isEqualTo(DEADLOCK));
        assertThat(tries).hasValue(4);
        assertThat(effects()).isZero();
        assertThat(answers()).isZero();
    }

    @Test
    void anyOtherErrorOfTheDatabaseIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> counter(tries, 1, "22012").count()).isInstanceOf(DataAccessException.class);
        assertThat(tries).hasValue(1);
        assertThat(effects()).isZero();
    }

    @Test
    void aRepetitionIsAnsweredWithoutBeingDoneAgain() {
        AtomicInteger tries = new AtomicInteger();
        Counter counter = counter(tries, 0, DEADLOCK);
        assertThat(counter.count()).isOne();
        assertThat(counter.count()).isOne();
        assertThat(tries).hasValue(1);
    }

    private Counter counter(AtomicInteger tries, int failures, String state) {
        Counter counter = () -> {
            int now = tries.incrementAndGet();
            database.insertInto(SPENT_CHALLENGE)
                    .set(SPENT_CHALLENGE.NONCE, effect)
                    .set(SPENT_CHALLENGE.EXPIRES_AT, clock.instant())
                    .execute();
            if (now <= failures) {
                database.execute("do $$ begin raise exception 'in the way' using errcode = '" + state + "'; end $$");
            }
            return now;
        };
        ProxyFactory proxy = new ProxyFactory(Counter.class, (org.aopalliance.intercept.Interceptor)
                new IdempotencyInterceptor(database, transaction, challenges, json, vault, clock));
        proxy.setTarget(counter);
        return (Counter) proxy.getProxy();
    }

    private int effects() {
        return database.fetchCount(SPENT_CHALLENGE, SPENT_CHALLENGE.NONCE.eq(effect));
    }

    private int answers() {
        return database.fetchCount(ANSWERED_REQUEST, ANSWERED_REQUEST.KEY.eq(key));
    }
}
