package org.xueshi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.platform.Audit;
import org.xueshi.platform.Problem;

/**
 * Notes in the audit trail who was not let in. An account that exists is named by its id, an unknown login by its keyed hash, so that
 * guesses at one number are seen to belong together. Failures are as many as the throttle lets through; what the throttle turns away
 * is written once when it begins and once, with its count, when the quarter of an hour is over: knocking fast costs no database.
 */
@Component
class LoginAudit {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Audit audit;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    LoginAudit(Audit audit, PlatformTransactionManager transactions, Clock clock) {
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        // A registration by an existing account is undone when its password is wrong; the note of it stays.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Whom somebody tried to be: an account, or a login that nobody has, by its keyed hash. */
    record Target(@Nullable Long accountId, String key) {

        Map<String, Object> facts() {
            return new LinkedHashMap<>(accountId == null ? Map.of("unknown", key) : Map.of());
        }
    }

    private record Window(Instant began, Target target, String address, int turnedAway) {

        Window another() {
            return new Window(began, target, address, turnedAway + 1);
        }
    }

    /** A password that was wrong, or a right one that did not let in. */
    void failed(Target target, Problem why, Logins.Origin origin) {
        Map<String, Object> facts = target.facts();
        facts.put("cause", why.key());
        facts.put("device", origin.device());
        note("account.login-failed", target, facts);
    }

    /**
     * An attempt that was not looked at.
     *
     * @param held what is held back: an account's key, or an address
     * @param target asked for the first of a window alone
     */
    void turnedAway(String held, Supplier<Target> target, Logins.Origin origin) {
        if (windows.computeIfPresent(held, (same, standing) -> standing.another()) != null) {
            return;
        }
        Window fresh = new Window(clock.instant(), target.get(), origin.address(), 1);
        if (windows.putIfAbsent(held, fresh) == null) {
            Map<String, Object> facts = fresh.target().facts();
            facts.put("device", origin.device());
            note("account.login-turned-away", fresh.target(), facts);
        }
    }

    /** Writes what was counted in windows that are over. Each node counts for itself. */
    void writeCounts() {
        Instant over = clock.instant().minus(WINDOW);
        windows.forEach((held, window) -> {
            // Not removed when another attempt comes in between: then it is written the next time.
            boolean written = !window.began().isAfter(over) && windows.remove(held, window);
            if (written && window.turnedAway() > 1) {
                Map<String, Object> facts = window.target().facts();
                facts.put("attempts", window.turnedAway());
                facts.put("address", window.address());
                note("account.login-turned-away", window.target(), facts);
            }
        });
    }

    private void note(String action, Target target, Map<String, Object> facts) {
        apart.executeWithoutResult(status -> audit.note(action, target.accountId(), facts));
    }
}
