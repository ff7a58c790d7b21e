package org.xueshi.account;

import static org.xueshi.account.db.Tables.ACCOUNT;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.xueshi.platform.Acting;

/**
 * Makes this node notice within seconds what any node revoked: ended sessions, changed passwords, changed grants. It asks again
 * about the whole last minute each time, so nothing is missed when a transaction commits late or an answer is lost. Now and then it
 * also puts away what this node remembers for itself alone.
 */
@Component
class RevocationWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RevocationWatch.class);
    private static final int SECONDS = 2;
    private static final int ROUNDS_BETWEEN_SWEEPS = 300;

    private final DSLContext database;
    private final GateStates states;
    private final Sessions sessions;
    private final LoginAudit refusals;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("revocation-watch").daemon().factory());
    private int round;

    RevocationWatch(DSLContext database, GateStates states, Sessions sessions, LoginAudit refusals) {
        this.database = database;
        this.states = states;
        this.sessions = sessions;
        this.refusals = refusals;
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            database.select(ACCOUNT.ID)
                    .from(ACCOUNT)
                    // Not clock_timestamp(): it may change from row to row, so no index could be asked.
                    .where(ACCOUNT.CHANGED_AT.gt(
                            DSL.field("statement_timestamp() - interval '1 minute'", ACCOUNT.CHANGED_AT.getDataType())))
                    .forEach(row -> states.forget(row.value1()));
            sessions.learnChanges();
            round++;
            if (round % ROUNDS_BETWEEN_SWEEPS == 0) {
                sessions.sweep();
                Acting.run("count-logins", refusals::writeCounts);
            }
        } catch (RuntimeException e) {
            // The database is away: nothing can be revoked meanwhile either, and the next round asks again.
            log.warn("Revocations could not be read: {}", e.toString());
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
