package org.xueshi.platform;

import static org.xueshi.platform.db.Tables.ANSWERED_REQUEST;
import static org.xueshi.platform.db.Tables.MAIL;

import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Removes what has served its time: answers of repeated requests after 30 days, sent mail after 90, spent challenges at once. */
@Component
class Sweeper {

    private static final Duration ANSWERS_KEPT = Duration.ofDays(30);
    private static final Duration MAIL_KEPT = Duration.ofDays(90);

    private final DSLContext database;
    private final Challenges challenges;
    private final Clock clock;

    Sweeper(DSLContext database, Challenges challenges, Clock clock) {
        this.database = database;
        this.challenges = challenges;
        this.clock = clock;
    }

    void sweep() {
        database.deleteFrom(ANSWERED_REQUEST)
                .where(ANSWERED_REQUEST.ANSWERED_AT.lt(clock.instant().minus(ANSWERS_KEPT)))
                .execute();
        database.deleteFrom(MAIL)
                .where(
                        MAIL.STATUS.ne("WAITING"),
                        MAIL.HANDED_IN_AT.lt(clock.instant().minus(MAIL_KEPT)))
                .execute();
        challenges.sweep();
    }
}
