package org.xueshi.organization;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.xueshi.organization.view.tables.OrganizationView;
import org.xueshi.platform.Caller;

/** What a caller oversees, as a condition on organizations: every list of people, declarations or verdicts is cut by it. */
public final class OrganizationScope {

    private OrganizationScope() {}

    /** An employer sees itself, an authority its industry, a bureau its region and all below; everybody else nothing. */
    public static Condition of(Caller caller, OrganizationView organization) {
        return switch (caller.role()) {
            case EMPLOYER_ADMIN, INSTITUTION_ADMIN -> organization.ID.eq(caller.organization());
            case AUTHORITY_ADMIN -> organization.AUTHORITY_ID.eq(caller.organization());
            case BUREAU_ADMIN -> within(caller.overseenRegion(), organization);
            case LEARNER, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> DSL.falseCondition();
        };
    }

    /** A range, so that an index finds it: from the prefix itself to just before the next one. */
    static Condition within(String prefix, OrganizationView organization) {
        return organization.PREFIX.ge(prefix).and(organization.PREFIX.lt(prefix + ":"));
    }
}
