package org.xueshi.account;

import static org.xueshi.account.db.Tables.ACCOUNT;
import static org.xueshi.account.db.Tables.ROLE_GRANT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.account.db.tables.records.AccountRecord;
import org.xueshi.account.db.tables.records.RoleGrantRecord;
import org.xueshi.organization.Organization;
import org.xueshi.organization.Organizations;
import org.xueshi.person.Contact;
import org.xueshi.person.IdDocument;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.person.PersonStatus;
import org.xueshi.person.Phone;
import org.xueshi.platform.Ids;
import org.xueshi.platform.Role;
import org.xueshi.reference.Regions;
import org.xueshi.vault.Vault;

/** Loads and saves accounts and what is granted to them. */
@Repository
class AccountStore {

    private static final String LOGIN = "account.account.login";
    private static final String PHONE = "account.account.phone";
    private static final String EMAIL = "account.account.email";
    private static final String ACTIVE = "ACTIVE";

    private final DSLContext database;
    private final Vault vault;
    private final People people;
    private final Organizations organizations;
    private final Regions regions;

    AccountStore(DSLContext database, Vault vault, People people, Organizations organizations, Regions regions) {
        this.database = database;
        this.vault = vault;
        this.people = people;
        this.organizations = organizations;
        this.regions = regions;
    }

    Optional<Account> findByLogin(String typed) {
        return fetch(ACCOUNT.LOGIN_INDEX.eq(vault.index(LOGIN, IdDocument.normalise(typed))));
    }

    Optional<Account> find(long id) {
        return fetch(ACCOUNT.ID.eq(id));
    }

    Optional<Account> findByPerson(long personId) {
        return fetch(ACCOUNT.PERSON_ID.eq(personId));
    }

    boolean isEmpty() {
        return !database.fetchExists(ACCOUNT);
    }

    private Optional<Account> fetch(Condition condition) {
        return database.selectFrom(ACCOUNT)
                .where(condition)
                .fetchOptional(row -> new Account(
                        row.getId(),
                        row.getPersonId(),
                        row.getName(),
                        vault.open(LOGIN, row.getId(), row.getLogin()),
                        row.getPasswordHash(),
                        row.getMustChange(),
                        row.getVersion(),
                        ACTIVE.equals(row.getStatus())));
    }

    /** @param contact how to reach somebody who is no learner; a learner's contact is the person's */
    long insert(
            String name,
            String login,
            @Nullable Long personId,
            @Nullable Contact contact,
            String passwordHash,
            boolean mustChange,
            Instant now) {
        long id = Ids.next(database, ACCOUNT);
        AccountRecord row = database.newRecord(ACCOUNT);
        row.setId(id);
        row.setPersonId(personId);
        row.setName(name);
        row.setLoginIndex(vault.index(LOGIN, IdDocument.normalise(login)));
        row.setLogin(vault.seal(LOGIN, id, IdDocument.normalise(login)));
        if (contact != null) {
            row.setPhone(vault.seal(PHONE, id, contact.phone().number()));
            row.setEmail(vault.seal(EMAIL, id, contact.email()));
        }
        row.setPasswordHash(passwordHash);
        row.setMustChange(mustChange);
        row.setStatus(ACTIVE);
        row.setCreatedAt(now);
        row.insert();
        return id;
    }

    /** Makes an administrator's account a learner's as well: from now on the person's contact is the one that counts. */
    void attachPerson(long accountId, long personId) {
        change(accountId)
                .set(ACCOUNT.PERSON_ID, personId)
                .setNull(ACCOUNT.PHONE)
                .setNull(ACCOUNT.EMAIL)
                .where(ACCOUNT.ID.eq(accountId))
                .execute();
    }

    void setPassword(long accountId, String hash, boolean mustChange) {
        change(accountId)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.MUST_CHANGE, mustChange)
                .where(ACCOUNT.ID.eq(accountId))
                .execute();
    }

    void setContact(long accountId, Contact contact) {
        change(accountId)
                .set(ACCOUNT.PHONE, vault.seal(PHONE, accountId, contact.phone().number()))
                .set(ACCOUNT.EMAIL, vault.seal(EMAIL, accountId, contact.email()))
                .where(ACCOUNT.ID.eq(accountId))
                .execute();
    }

    /** Ends every session of an account by counting up its version. */
    void bump(long accountId) {
        change(accountId).where(ACCOUNT.ID.eq(accountId)).execute();
    }

    private org.jooq.UpdateSetMoreStep<AccountRecord> change(long accountId) {
        return database.update(ACCOUNT)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .set(ACCOUNT.CHANGED_AT, DSL.field("clock_timestamp()", ACCOUNT.CHANGED_AT.getDataType()));
    }

    /** How an account is reached: as the learner it belongs to, or by its own record. */
    Optional<Contact> contact(Account account) {
        if (account.personId() != null) {
            return people.find(account.personId()).map(Person::contact);
        }
        return database.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.id()))
                .fetchOptional(row -> new Contact(
                        new Phone(vault.open(PHONE, row.getId(), row.getPhone())),
                        vault.open(EMAIL, row.getId(), row.getEmail()),
                        null));
    }

    /** What the gate must know; empty when the account is disabled or gone. */
    Optional<GateState> state(long accountId) {
        return find(accountId).filter(Account::active).map(account -> {
            List<Workspace> workspaces = new ArrayList<>();
            boolean learner = account.personId() != null
                    && people.find(account.personId())
                            .filter(person -> person.status() == PersonStatus.ACTIVE)
                            .isPresent();
            if (learner) {
                workspaces.add(new Workspace(Workspace.LEARNER_KEY, Role.LEARNER, null, null, null, null));
            }
            database.selectFrom(ROLE_GRANT)
                    .where(ROLE_GRANT.ACCOUNT_ID.eq(accountId), ROLE_GRANT.STATUS.eq(ACTIVE))
                    .orderBy(ROLE_GRANT.ID)
                    .forEach(row -> workspaces.add(workspace(row)));
            return new GateState(account.id(), account.personId(), account.name(), account.version(), workspaces);
        });
    }

    private Workspace workspace(RoleGrantRecord grant) {
        Role role = Role.valueOf(grant.getRole());
        Long organizationId = grant.getOrganizationId();
        if (organizationId == null) {
            return new Workspace(grant.getId().toString(), role, null, null, null, null);
        }
        Organization organization = organizations.get(organizationId);
        return new Workspace(
                grant.getId().toString(),
                role,
                organizationId,
                organization.name(),
                organization.prefix(),
                regions.fullName(organization.region()));
    }
}
