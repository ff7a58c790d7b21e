package org.xueshi.account;

import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.organization.Organization;
import org.xueshi.organization.Organizations;
import org.xueshi.person.Contact;
import org.xueshi.person.Phone;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import org.xueshi.vault.Vault;

/** Opens the gate for tests: accounts, grants and sessions without going through the forms. */
@Component
public class TestAccounts {

    /** The password of every account made here. */
    public static final String PASSWORD = "Lecture-2026!";

    private final AccountStore store;
    private final Administrators administrators;
    private final Sessions sessions;
    private final GateStates states;
    private final PasswordHasher hasher;
    private final Organizations organizations;
    private final DSLContext database;
    private final Vault vault;
    private final Clock clock;
    private @Nullable String hash;

    TestAccounts(
            AccountStore store,
            Administrators administrators,
            Sessions sessions,
            GateStates states,
            PasswordHasher hasher,
            Organizations organizations,
            DSLContext database,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.administrators = administrators;
        this.sessions = sessions;
        this.states = states;
        this.hasher = hasher;
        this.organizations = organizations;
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    public long insert(String name, String idNumber, @Nullable Long personId) {
        if (hash == null) {
            hash = hasher.hash(PASSWORD);
        }
        Contact contact = new Contact(new Phone("13800000000"), "admin@example.cn", null);
        return store.insert(name, idNumber, personId, personId == null ? contact : null, hash, false, clock.instant());
    }

    public boolean grant(long accountId, Role role, @Nullable Long organizationId) {
        administrators.grant(accountId, role, organizationId, null);
        return true;
    }

    public Optional<Organization> bureau(String region) {
        return database.select(ORGANIZATION_VIEW.ID)
                .from(ORGANIZATION_VIEW)
                .where(ORGANIZATION_VIEW.REGION.eq(region), ORGANIZATION_VIEW.KINDS.contains(new String[] {"BUREAU"}))
                .fetchOptional(ORGANIZATION_VIEW.ID)
                .map(organizations::get);
    }

    /** The cookie of a fresh session. */
    public Cookie session(Caller caller) {
        states.forget(caller.accountId());
        GateState state = states.of(caller.accountId()).orElseThrow();
        SessionCookie cookie = sessions.begin(state, "test", "127.0.0.1");
        return new Cookie("__Host-session", cookie.encode(vault));
    }

    /** What the request must name so that it is made from this caller's workspace. */
    public String workspace(Caller caller) {
        return states.of(caller.accountId()).orElseThrow().workspaces().stream()
                .filter(workspace -> workspace.role() == caller.role()
                        && java.util.Objects.equals(workspace.organizationId(), caller.organizationId()))
                .findFirst()
                .orElseThrow()
                .key();
    }

    /** The document number an account logs in with. */
    public String login(Caller caller) {
        return store.find(caller.accountId()).orElseThrow().login();
    }
}
