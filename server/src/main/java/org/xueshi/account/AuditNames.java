package org.xueshi.account;

import static org.xueshi.account.db.Tables.ACCOUNT;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.platform.AuditTrail;

/** Puts names to the numbers of the audit trail. */
@Component
class AuditNames {

    private static final Set<String> NOT_LET_IN = Set.of("account.login-failed", "account.login-turned-away");

    private final DSLContext database;

    AuditNames(DSLContext database) {
        this.database = database;
    }

    List<AuditRow> name(List<AuditTrail.Entry> entries) {
        Map<Long, String> accounts = database.select(ACCOUNT.ID, ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(entries.stream()
                        .flatMap(entry -> Stream.of(account(entry), tried(entry)))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()))
                .fetchMap(ACCOUNT.ID, ACCOUNT.NAME);
        Map<Long, String> organizations = database.select(ORGANIZATION_VIEW.ID, ORGANIZATION_VIEW.NAME)
                .from(ORGANIZATION_VIEW)
                .where(ORGANIZATION_VIEW.ID.in(entries.stream()
                        .map(AuditTrail.Entry::organizationId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()))
                .fetchMap(ORGANIZATION_VIEW.ID, ORGANIZATION_VIEW.NAME);
        return entries.stream()
                .map(entry -> new AuditRow(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        name(accounts, account(entry)),
                        entry.role(),
                        name(organizations, entry.organizationId()),
                        entry.action(),
                        entry.entityId(),
                        name(accounts, tried(entry)),
                        entry.fromState(),
                        entry.toState(),
                        entry.detail(),
                        entry.request(),
                        entry.address()))
                .toList();
    }

    /**
     * Whose deed it was. Whoever logs in is nobody yet: then it is the account that he opened. Who did not get in stays nobody: it
     * need not have been the account's owner.
     */
    private static @Nullable Long account(AuditTrail.Entry entry) {
        return entry.accountId() == null && isOwn(entry) ? entry.entityId() : entry.accountId();
    }

    private static boolean isOwn(AuditTrail.Entry entry) {
        return entry.action().startsWith("account.") && !isRefusal(entry);
    }

    private static boolean isRefusal(AuditTrail.Entry entry) {
        return NOT_LET_IN.contains(entry.action());
    }

    /** The account that somebody tried to get into, if there is such a one. */
    private static @Nullable Long tried(AuditTrail.Entry entry) {
        return isRefusal(entry) ? entry.entityId() : null;
    }

    private static @Nullable String name(Map<Long, String> names, @Nullable Long id) {
        return id == null ? null : names.get(id);
    }
}
