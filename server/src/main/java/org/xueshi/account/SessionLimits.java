package org.xueshi.account;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.xueshi.account.db.tables.Session;
import org.xueshi.platform.Role;

/**
 * How long somebody stays logged in: shorter for whoever can act on others' data.
 *
 * @param idle without any request
 * @param longest in all
 */
record SessionLimits(Duration idle, Duration longest) {

    private static final SessionLimits LEARNERS = new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12));
    private static final SessionLimits ADMINISTRATORS = new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(8));

    static SessionLimits of(GateState state) {
        boolean administers = state.workspaces().stream().anyMatch(workspace -> workspace.role() != Role.LEARNER);
        return administers ? ADMINISTRATORS : LEARNERS;
    }

    /** After this time nobody's session stands, whoever he is. */
    static Duration longestOfAll() {
        return LEARNERS.longest();
    }

    /** Whether a session is within them. */
    Condition hold(Session session, Instant now) {
        return session.SEEN_AT.gt(now.minus(idle)).and(session.BEGAN_AT.gt(now.minus(longest)));
    }
}
