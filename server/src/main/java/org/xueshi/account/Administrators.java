package org.xueshi.account;

import static org.xueshi.account.db.Tables.ACCOUNT;
import static org.xueshi.account.db.Tables.ROLE_GRANT;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.account.db.tables.records.RoleGrantRecord;
import org.xueshi.organization.Organization;
import org.xueshi.organization.OrganizationKind;
import org.xueshi.organization.OrganizationScope;
import org.xueshi.organization.Organizations;
import org.xueshi.person.Contact;
import org.xueshi.person.IdDocument;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.person.Phone;
import org.xueshi.platform.Audit;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Refused.FieldError;
import org.xueshi.platform.Role;

/**
 * 管理人员: who administers what. Nobody grants more than he holds: an organization's administrator names others for it, a bureau
 * for what it oversees, the system administrator for bureaus and the system itself.
 */
@Service
public class Administrators {

    private static final String ACTIVE = "ACTIVE";
    private static final Set<Role> OF_THE_SYSTEM = Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private final DSLContext database;
    private final AccountStore store;
    private final GateStates states;
    private final PasswordHasher hasher;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final Organizations organizations;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Administrators(
            DSLContext database,
            AccountStore store,
            GateStates states,
            PasswordHasher hasher,
            OneTimeCodes codes,
            Passwords passwords,
            Organizations organizations,
            People people,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.states = states;
        this.hasher = hasher;
        this.codes = codes;
        this.passwords = passwords;
        this.organizations = organizations;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<AdministratorRow> list(Caller caller, @Nullable Long organizationId, PageQuery page) {
        Condition condition = ROLE_GRANT
                .STATUS
                .eq(ACTIVE)
                .and(seen(caller))
                .and(organizationId == null ? DSL.noCondition() : ROLE_GRANT.ORGANIZATION_ID.eq(organizationId));
        List<AdministratorRow> items = database.select(ROLE_GRANT.fields())
                .select(ACCOUNT.NAME, ORGANIZATION_VIEW.NAME)
                .from(ROLE_GRANT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ROLE_GRANT.ACCOUNT_ID))
                .leftJoin(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(ROLE_GRANT.ORGANIZATION_ID))
                .where(condition)
                .orderBy(ORGANIZATION_VIEW.PREFIX.asc().nullsFirst(), ROLE_GRANT.ORGANIZATION_ID, ROLE_GRANT.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch(row ->
                        row(row.into(ROLE_GRANT), row.get(ACCOUNT.NAME), row.get(ORGANIZATION_VIEW.NAME), caller));
        int counted = database.fetchCount(DSL.selectOne()
                .from(ROLE_GRANT)
                .leftJoin(ORGANIZATION_VIEW)
                .on(ORGANIZATION_VIEW.ID.eq(ROLE_GRANT.ORGANIZATION_ID))
                .where(condition)
                .limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    private AdministratorRow row(RoleGrantRecord grant, String name, @Nullable String organizationName, Caller caller) {
        String login = store.find(grant.getAccountId()).map(Account::login).orElse("");
        return new AdministratorRow(
                grant.getId(),
                name,
                IdDocument.mask(login),
                Role.valueOf(grant.getRole()),
                grant.getOrganizationId(),
                organizationName,
                grant.getGrantedAt(),
                grant.getAccountId() == caller.accountId());
    }

    private static Condition seen(Caller caller) {
        return switch (caller.role()) {
            case SYSTEM_ADMIN -> ROLE_GRANT.ROLE.in(OF_THE_SYSTEM).or(ROLE_GRANT.ROLE.eq(Role.BUREAU_ADMIN.name()));
            case SECURITY_ADMIN -> DSL.trueCondition();
            case AUTHORITY_ADMIN -> ROLE_GRANT.ORGANIZATION_ID.eq(caller.organization());
            case EMPLOYER_ADMIN, INSTITUTION_ADMIN, BUREAU_ADMIN -> OrganizationScope.of(caller, ORGANIZATION_VIEW);
            case LEARNER, AUDIT_ADMIN -> DSL.falseCondition();
        };
    }

    /** Names an administrator. Somebody without an account gets one, with a password that is shown once. */
    @Transactional
    OneTimePassword add(Caller caller, NewAdministratorForm form) {
        demandMayGrant(caller, form.role(), form.organizationId());
        IdDocument document = document(form);
        Phone phone = Phone.parse(form.phone()).orElseThrow(() -> wrong("phone", "手机号不正确，请填写11位手机号"));
        Optional<Account> there = store.findByLogin(document.number());
        String given = there.isPresent() ? null : codes.randomText(12);
        long accountId = there.map(Account::id)
                .orElseGet(() ->
                        insert(form, document, new Contact(phone, form.email().strip(), null), String.valueOf(given)));
        grant(accountId, form.role(), form.organizationId(), caller.accountId());
        return new OneTimePassword(given);
    }

    private long insert(NewAdministratorForm form, IdDocument document, Contact contact, String given) {
        return store.insert(
                form.name().strip(), document.number(), null, contact, hasher.hash(given), true, clock.instant());
    }

    /** Grants a role; sessions of the account end, so that what it may do is true everywhere at once. */
    @Transactional
    void grant(long accountId, Role role, @Nullable Long organizationId, @Nullable Long by) {
        List<RoleGrantRecord> held = database.selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.ACCOUNT_ID.eq(accountId), ROLE_GRANT.STATUS.eq(ACTIVE))
                .fetch();
        if (held.stream()
                .anyMatch(grant -> grant.getRole().equals(role.name())
                        && Objects.equals(grant.getOrganizationId(), organizationId))) {
            throw new Refused(AccountProblem.GRANTED_BEFORE);
        }
        boolean second = OF_THE_SYSTEM.contains(role)
                && held.stream().anyMatch(grant -> OF_THE_SYSTEM.contains(Role.valueOf(grant.getRole())));
        if (second) {
            throw new Refused(AccountProblem.SEPARATED_DUTIES);
        }
        database.insertInto(ROLE_GRANT)
                .set(ROLE_GRANT.ACCOUNT_ID, accountId)
                .set(ROLE_GRANT.ROLE, role.name())
                .set(ROLE_GRANT.ORGANIZATION_ID, organizationId)
                .set(ROLE_GRANT.STATUS, ACTIVE)
                .set(ROLE_GRANT.GRANTED_BY, by)
                .set(ROLE_GRANT.GRANTED_AT, clock.instant())
                .execute();
        changed(accountId);
    }

    /** Takes a role away; its owner is logged out everywhere within seconds. */
    @Transactional
    void revoke(Caller caller, long grantId) {
        RoleGrantRecord grant = demandGrant(caller, grantId);
        if (grant.getAccountId() == caller.accountId()) {
            throw new Refused(AccountProblem.OWN_GRANT);
        }
        Condition sameDuty = ROLE_GRANT
                .STATUS
                .eq(ACTIVE)
                .and(ROLE_GRANT.ROLE.eq(grant.getRole()))
                .and(ROLE_GRANT.ORGANIZATION_ID.isNotDistinctFrom(grant.getOrganizationId()));
        int others = database.select(ROLE_GRANT.ID)
                        .from(ROLE_GRANT)
                        .where(sameDuty)
                        .forUpdate()
                        .fetch()
                        .size()
                - 1;
        if (others < 1) {
            throw new Refused(AccountProblem.LAST_ADMINISTRATOR);
        }
        database.update(ROLE_GRANT)
                .set(ROLE_GRANT.STATUS, "REVOKED")
                .set(ROLE_GRANT.REVOKED_AT, clock.instant())
                .where(ROLE_GRANT.ID.eq(grantId))
                .execute();
        changed(grant.getAccountId());
    }

    /** 初始化密码: a random one that is shown once. */
    @Transactional
    OneTimePassword resetPassword(Caller caller, long grantId) {
        RoleGrantRecord grant = demandGrant(caller, grantId);
        demandOver(caller, grant.getAccountId());
        return new OneTimePassword(passwords.giveOneTime(grant.getAccountId()));
    }

    /** The employer resets the password of one of its people. */
    @Transactional
    OneTimePassword resetPasswordOf(Caller caller, long personId) {
        Person person = people.overseen(caller, personId);
        Account account = store.findByPerson(person.id()).orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
        demandOver(caller, account.id());
        return new OneTimePassword(passwords.giveOneTime(account.id()));
    }

    /** Whoever resets a password could act as its owner: only those who may grant all that the owner holds can do it. */
    private void demandOver(Caller caller, long accountId) {
        if (accountId == caller.accountId()) {
            throw new Refused(AccountProblem.OWN_GRANT);
        }
        boolean holdsMore = database
                .selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.ACCOUNT_ID.eq(accountId), ROLE_GRANT.STATUS.eq(ACTIVE))
                .fetch()
                .stream()
                .anyMatch(grant -> !mayGrant(caller, Role.valueOf(grant.getRole()), grant.getOrganizationId()));
        if (holdsMore) {
            throw new Refused(AccountProblem.HOLDS_MORE);
        }
    }

    private RoleGrantRecord demandGrant(Caller caller, long grantId) {
        RoleGrantRecord grant = database.selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.ID.eq(grantId), ROLE_GRANT.STATUS.eq(ACTIVE))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
        if (!mayGrant(caller, Role.valueOf(grant.getRole()), grant.getOrganizationId())
                && !caller.is(Role.SECURITY_ADMIN)) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        return grant;
    }

    private void demandMayGrant(Caller caller, Role role, @Nullable Long organizationId) {
        if (!mayGrant(caller, role, organizationId)) {
            throw new Refused(CommonProblem.NOT_ALLOWED);
        }
        if (organizationId != null && !organizations.get(organizationId).is(kindFor(role))) {
            throw new Refused(AccountProblem.KIND_MISMATCH)
                    .with("organization", organizations.get(organizationId).name());
        }
    }

    private boolean mayGrant(Caller caller, Role role, @Nullable Long organizationId) {
        if (!role.isOfOrganization()) {
            return caller.is(Role.SYSTEM_ADMIN) && OF_THE_SYSTEM.contains(role) && organizationId == null;
        }
        if (organizationId == null) {
            return false;
        }
        Optional<Organization> organization = organizations.find(organizationId);
        if (organization.isEmpty()) {
            return false;
        }
        return switch (caller.role()) {
            case SYSTEM_ADMIN -> role == Role.BUREAU_ADMIN;
            case BUREAU_ADMIN -> organizations.isUnder(caller, organization.get());
            case EMPLOYER_ADMIN, INSTITUTION_ADMIN, AUTHORITY_ADMIN ->
                role == caller.role() && organizationId == caller.organization();
            case LEARNER, SECURITY_ADMIN, AUDIT_ADMIN -> false;
        };
    }

    private static OrganizationKind kindFor(Role role) {
        return switch (role) {
            case EMPLOYER_ADMIN -> OrganizationKind.EMPLOYER;
            case INSTITUTION_ADMIN -> OrganizationKind.INSTITUTION;
            case AUTHORITY_ADMIN -> OrganizationKind.AUTHORITY;
            case BUREAU_ADMIN -> OrganizationKind.BUREAU;
            case LEARNER, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN ->
                throw new IllegalArgumentException(role + " is not held for an organization");
        };
    }

    private IdDocument document(NewAdministratorForm form) {
        return IdDocument.parse(form.documentType(), form.documentNumber(), LocalDate.now(clock))
                .orElseThrow(() -> wrong("documentNumber", "证件号不正确，请核对位数、出生日期和最后一位校验码"));
    }

    private static Refused wrong(String field, String message) {
        List<FieldError> errors = new ArrayList<>();
        errors.add(new FieldError(field, message));
        return new Refused(CommonProblem.INVALID, errors);
    }

    private void changed(long accountId) {
        store.bump(accountId);
        states.forget(accountId);
        audit.note("account.grants-changed", accountId, Map.of());
    }
}
