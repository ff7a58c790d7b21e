package org.xueshi.account;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.person.IdDocument;
import org.xueshi.person.People;
import org.xueshi.person.PersonStatus;
import org.xueshi.platform.Audit;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Challenges;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import org.xueshi.review.Place;
import org.xueshi.review.StepOutcome;
import org.xueshi.vault.Vault;

/**
 * Lets people in. What is wrong is told in the sources' words; until the password is right, nothing tells whether there is such an
 * account.
 */
@Service
public class Logins {

    private static final Duration CHANGE_TOKEN_LIFE = Duration.ofMinutes(10);
    private static final String CHANGE_PLACE = "account.change-token";

    private final AccountStore store;
    private final GateStates states;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final Challenges challenges;
    private final Devices devices;
    private final People people;
    private final Audit audit;
    private final LoginAudit refusals;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Logins(
            AccountStore store,
            GateStates states,
            Sessions sessions,
            PasswordHasher hasher,
            LoginThrottle throttle,
            Challenges challenges,
            Devices devices,
            People people,
            Audit audit,
            LoginAudit refusals,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.sessions = sessions;
        this.hasher = hasher;
        this.throttle = throttle;
        this.challenges = challenges;
        this.devices = devices;
        this.people = people;
        this.audit = audit;
        this.refusals = refusals;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where a login comes from. */
    record Origin(boolean knownDevice, String device, String address) {}

    /** A login that was let in. */
    record LetIn(SessionCookie cookie, SessionDetail detail) {}

    LetIn login(LoginForm form, Origin origin) {
        // Before the challenge, which stays good for the next try.
        hasher.demandRoom();
        challenges.demand(form.challenge());
        Account account = authenticate(form.login(), form.password(), origin);
        try {
            return letIn(account, form.role(), origin);
        } catch (Refused refused) {
            refusals.failed(target(Optional.of(account), ""), refused.problem(), origin);
            throw refused;
        }
    }

    private LetIn letIn(Account account, Role role, Origin origin) {
        if (account.mustChange()) {
            throw new Refused(AccountProblem.MUST_CHANGE).with("token", changeToken(account));
        }
        // A password that is right is the moment to look at the account as it is, not as this node remembers it.
        states.forget(account.id());
        GateState state = states.of(account.id()).orElseThrow(() -> new Refused(AccountProblem.DISABLED));
        Workspace chosen = state.workspaces().stream()
                .filter(workspace -> workspace.role() == role)
                .findFirst()
                .orElseThrow(() -> wrongRole(role, account, state));
        SessionCookie cookie = transaction.execute(status -> {
            audit.note("account.login", account.id(), Map.of("role", role, "device", origin.device()));
            return sessions.begin(state, origin.device(), origin.address());
        });
        return new LetIn(
                cookie,
                new SessionDetail(state.name(), IdDocument.mask(account.login()), state.workspaces(), chosen.key()));
    }

    /**
     * The account of a right password.
     *
     * @throws Refused in the same words and after the same time whether the account or the password is wrong
     */
    Account authenticate(String login, String password, Origin origin) {
        String key = devices.key(IdDocument.normalise(login));
        demandPatience(login, key, origin);
        Optional<Account> found = store.findByLogin(login);
        boolean right = false;
        if (found.isPresent()) {
            right = hasher.matches(password, found.get().passwordHash());
        } else {
            hasher.pretend(password);
        }
        if (!right) {
            throttle.failed(key, origin.knownDevice(), origin.address());
            refusals.failed(target(found, key), AccountProblem.WRONG_PASSWORD, origin);
            throw new Refused(AccountProblem.WRONG_PASSWORD);
        }
        throttle.succeeded(key, origin.knownDevice());
        if (!found.orElseThrow().active()) {
            refusals.failed(target(found, key), AccountProblem.DISABLED, origin);
            throw new Refused(AccountProblem.DISABLED);
        }
        return found.get();
    }

    private void demandPatience(String login, String key, Origin origin) {
        try {
            throttle.demand(key, origin.knownDevice(), origin.address());
        } catch (Refused waits) {
            boolean account = origin.knownDevice() || waits.problem() == AccountProblem.UNKNOWN_DEVICE_WAITS;
            refusals.turnedAway(account ? key : origin.address(), () -> target(store.findByLogin(login), key), origin);
            throw waits;
        }
    }

    private LoginAudit.Target target(Optional<Account> account, String key) {
        return new LoginAudit.Target(account.map(Account::id).orElse(null), key);
    }

    /** 退出登录. */
    void logout(SessionCookie cookie) {
        transaction.executeWithoutResult(status -> {
            sessions.end(cookie);
            audit.note("account.logout", cookie.accountId(), null);
        });
    }

    /** Ends another of one's own sessions. */
    void endElsewhere(Caller caller, String session) {
        transaction.executeWithoutResult(status -> {
            sessions.end(caller.accountId(), session);
            audit.note("account.session-ended", caller.accountId(), null);
        });
    }

    private Refused wrongRole(Role wanted, Account account, GateState state) {
        Optional<People.RegistrationProgress> progress =
                account.personId() == null ? Optional.empty() : people.progress(account.personId());
        if (wanted == Role.LEARNER && progress.isPresent()) {
            if (progress.get().status() == PersonStatus.PENDING) {
                String place =
                        progress.get().reviewCase().holder().map(Place::name).orElse("");
                return new Refused(AccountProblem.NOT_REVIEWED).with("place", place);
            }
            if (progress.get().status() == PersonStatus.SENT_BACK) {
                return new Refused(AccountProblem.REGISTRATION_SENT_BACK).with("reason", lastReason(progress.get()));
            }
        }
        List<Role> held =
                state.workspaces().stream().map(Workspace::role).distinct().toList();
        return held.isEmpty()
                ? new Refused(AccountProblem.NO_ROLE)
                : new Refused(AccountProblem.WRONG_ROLE).with("roles", held);
    }

    private static String lastReason(People.RegistrationProgress progress) {
        return progress.steps().stream()
                .filter(step -> step.outcome() == StepOutcome.SENT_BACK)
                .reduce((earlier, later) -> later)
                .map(step -> String.valueOf(step.reason()))
                .orElse("");
    }

    /** Lets somebody with a right one-time password set a new one, and nothing else. */
    private String changeToken(Account account) {
        byte[] content = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + Long.BYTES)
                .putLong(account.id())
                .putInt(account.version())
                .putLong(clock.instant().plus(CHANGE_TOKEN_LIFE).getEpochSecond())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(CHANGE_PLACE, content));
    }

    /** The account of a change token, if it is still as it was. @throws Refused when the token is old, used or forged */
    Account byChangeToken(String token) {
        try {
            ByteBuffer content = ByteBuffer.wrap(
                    vault.open(CHANGE_PLACE, Base64.getUrlDecoder().decode(token)));
            long id = content.getLong();
            int version = content.getInt();
            Instant expiry = Instant.ofEpochSecond(content.getLong());
            return store.find(id)
                    .filter(account ->
                            account.version() == version && clock.instant().isBefore(expiry))
                    .orElseThrow(() -> new Refused(AccountProblem.LINK_EXPIRED));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            throw new Refused(AccountProblem.LINK_EXPIRED);
        }
    }

    SessionDetail detail(Caller caller) {
        Account account = store.find(caller.accountId()).orElseThrow();
        GateState state = states.of(caller.accountId()).orElseThrow();
        String chosen = state.workspaces().stream()
                .filter(workspace -> workspace.caller(state).equals(caller))
                .map(Workspace::key)
                .findFirst()
                .orElse("");
        return new SessionDetail(state.name(), IdDocument.mask(account.login()), state.workspaces(), chosen);
    }
}
