package org.xueshi.platform;

import static org.xueshi.platform.db.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the database noted. */
@Component
public class AuditTrail {

    private static final int PAGE = 100;

    private final DSLContext database;

    AuditTrail(DSLContext database) {
        this.database = database;
    }

    /** One entry, with numbers for names. */
    public record Entry(
            long id,
            Instant at,
            String actor,
            @Nullable Long accountId,
            @Nullable String role,
            @Nullable Long organizationId,
            String action,
            @Nullable Long entityId,
            @Nullable String fromState,
            @Nullable String toState,
            @Nullable String detail,
            @Nullable String request,
            @Nullable String address) {}

    /** A hundred entries, latest first. @param before only those with a smaller number */
    public List<Entry> read(
            @Nullable Long before,
            @Nullable String action,
            @Nullable Long accountId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Condition condition = DSL.noCondition();
        if (before != null) {
            condition = condition.and(AUDIT_ENTRY.ID.lt(before));
        }
        if (action != null && !action.isBlank()) {
            condition = condition.and(AUDIT_ENTRY.ACTION.eq(action.strip()));
        }
        if (accountId != null) {
            condition = condition.and(AUDIT_ENTRY.ACCOUNT_ID.eq(accountId));
        }
        if (from != null) {
            condition = condition.and(AUDIT_ENTRY.AT.ge(
                    from.atStartOfDay(PlatformConfiguration.ZONE).toInstant()));
        }
        if (to != null) {
            condition = condition.and(AUDIT_ENTRY.AT.lt(
                    to.plusDays(1).atStartOfDay(PlatformConfiguration.ZONE).toInstant()));
        }
        return database.selectFrom(AUDIT_ENTRY)
                .where(condition)
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(PAGE)
                .fetch(row -> new Entry(
                        row.getId(),
                        row.getAt(),
                        row.getActor(),
                        row.getAccountId(),
                        row.getRole(),
                        row.getOrganizationId(),
                        row.getAction(),
                        row.getEntityId(),
                        row.getFromState(),
                        row.getToState(),
                        row.getDetail() == null ? null : row.getDetail().data(),
                        row.getRequestId(),
                        row.getAddress()));
    }
}
