package org.xueshi.account;

import static org.xueshi.account.db.Tables.SESSION;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.account.db.tables.records.SessionRecord;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Sha256;

/**
 * Who is logged in. A request is let through by its signed cookie alone; every five minutes of use the session is looked up once,
 * and then the time is noted. What was ended is refused on every node within seconds.
 */
@Service
public class Sessions {

    private static final Duration UNCHECKED = Duration.ofMinutes(5);
    private static final int MOST = 5;

    private final DSLContext database;
    private final GateStates states;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    Sessions(DSLContext database, GateStates states, Clock clock) {
        this.database = database;
        this.states = states;
        this.clock = clock;
    }

    /** Begins a session; the oldest one ends where there would be too many. */
    @Transactional
    SessionCookie begin(GateState state, String device, String address) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        Instant now = clock.instant();
        database.insertInto(SESSION)
                .set(SESSION.ID, Sha256.of(id))
                .set(SESSION.ACCOUNT_ID, state.accountId())
                .set(SESSION.DEVICE, device)
                .set(SESSION.ADDRESS, address)
                .set(SESSION.BEGAN_AT, now)
                .set(SESSION.SEEN_AT, now)
                .execute();
        var kept = database.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(state.accountId()), SESSION.ENDED_AT.isNull())
                .orderBy(SESSION.BEGAN_AT.desc())
                .limit(MOST);
        end(SESSION.ACCOUNT_ID.eq(state.accountId()).and(SESSION.ID.notIn(kept)));
        return new SessionCookie(id, state.accountId(), state.version(), now);
    }

    /**
     * The session of a cookie: the same cookie while it is fresh, a new one when it was looked up; empty when it is over.
     */
    Optional<SessionCookie> check(SessionCookie cookie) {
        Optional<GateState> state = states.of(cookie.accountId());
        if (state.isPresent() && state.get().version() < cookie.version()) {
            // Another node knows something newer than this one remembers.
            states.forget(cookie.accountId());
            state = states.of(cookie.accountId());
        }
        if (state.isEmpty() || ended.contains(key(cookie.sessionId()))) {
            return Optional.empty();
        }
        boolean fresh = cookie.checkedAt().isAfter(clock.instant().minus(UNCHECKED));
        if (fresh && state.get().version() == cookie.version()) {
            return Optional.of(cookie);
        }
        return lookUp(cookie, state.get());
    }

    private Optional<SessionCookie> lookUp(SessionCookie cookie, GateState state) {
        Instant now = clock.instant();
        // A higher version means that password or grants changed: all sessions from before are over.
        boolean stands = state.version() == cookie.version()
                && database.update(SESSION)
                                .set(SESSION.SEEN_AT, now)
                                .where(
                                        SESSION.ID.eq(Sha256.of(cookie.sessionId())),
                                        SESSION.ENDED_AT.isNull(),
                                        SessionLimits.of(state).hold(SESSION, now))
                                .execute()
                        == 1;
        return stands ? Optional.of(cookie.checked(state.version(), now)) : Optional.empty();
    }

    @Transactional
    void end(SessionCookie cookie) {
        end(SESSION.ID.eq(Sha256.of(cookie.sessionId())));
    }

    /** Ends one of the account's sessions by the name its owner knows it by. */
    @Transactional
    void end(long accountId, String name) {
        List<byte[]> ids = database.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(accountId), SESSION.ENDED_AT.isNull())
                .fetch(SESSION.ID);
        byte[] found = ids.stream()
                .filter(id -> name(id).equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
        end(SESSION.ID.eq(found));
    }

    private void end(org.jooq.Condition which) {
        database.update(SESSION)
                .set(SESSION.ENDED_AT, DSL.field("clock_timestamp()", SESSION.ENDED_AT.getDataType()))
                .where(which, SESSION.ENDED_AT.isNull())
                .returning(SESSION.ID)
                .fetch()
                .forEach(row -> ended.add(HexFormat.of().formatHex(row.getId())));
    }

    List<SessionRow> list(long accountId, SessionCookie current) {
        GateState state = states.of(accountId).orElseThrow();
        return database.selectFrom(SESSION)
                .where(
                        SESSION.ACCOUNT_ID.eq(accountId),
                        SESSION.ENDED_AT.isNull(),
                        SessionLimits.of(state).hold(SESSION, clock.instant()))
                .orderBy(SESSION.SEEN_AT.desc())
                .fetch(row -> row(row, current));
    }

    private static SessionRow row(SessionRecord row, SessionCookie current) {
        return new SessionRow(
                name(row.getId()),
                row.getDevice(),
                row.getAddress(),
                row.getBeganAt(),
                row.getSeenAt(),
                Arrays.equals(row.getId(), Sha256.of(current.sessionId())));
    }

    /** Learns what other nodes ended lately; called every two seconds. */
    void learnChanges() {
        learnEnds(Duration.ofMinutes(1));
    }

    private void learnEnds(Duration since) {
        var from = DSL.field(
                "statement_timestamp() - make_interval(secs => {0})",
                SESSION.ENDED_AT.getDataType(), DSL.val((double) since.toSeconds()));
        database.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.ENDED_AT.gt(from))
                .forEach(row -> ended.add(HexFormat.of().formatHex(row.value1())));
    }

    /** Removes what nobody can come back to. Ends are remembered until every cookie from before must be looked up anyway. */
    void sweep() {
        Instant now = clock.instant();
        ended.clear();
        learnEnds(UNCHECKED.plusMinutes(1));
        database.deleteFrom(SESSION)
                .where(SESSION.BEGAN_AT.lt(
                        now.minus(SessionLimits.longestOfAll().plusDays(30))))
                .execute();
    }

    private static String key(byte[] sessionId) {
        return HexFormat.of().formatHex(Sha256.of(sessionId));
    }

    private static String name(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
