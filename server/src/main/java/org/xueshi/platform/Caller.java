package org.xueshi.platform;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, and from which of his workspaces. Filled at the gate, handed down as an argument; everything a caller may see or decide
 * follows from it.
 *
 * @param accountId the account that is logged in
 * @param personId the learner this account belongs to, whichever workspace is open: nobody decides on himself
 * @param name the natural person's name
 * @param role the role of the workspace
 * @param organizationId the organization the role is held for; null where the role has none
 * @param region the organization's region code without trailing zeros ({@code 41}, {@code 4101}), or null: everything a bureau
 *     oversees begins with it
 */
public record Caller(
        long accountId,
        @Nullable Long personId,
        String name,
        Role role,
        @Nullable Long organizationId,
        @Nullable String region) {

    /** The organization the caller acts for. */
    public long organization() {
        if (organizationId == null) {
            throw new Refused(CommonProblem.NOT_ALLOWED);
        }
        return organizationId;
    }

    /** The learner the caller is. */
    public long person() {
        if (personId == null) {
            throw new Refused(CommonProblem.NOT_ALLOWED);
        }
        return personId;
    }

    /** What the caller oversees as a bureau: a prefix of region codes. */
    public String overseenRegion() {
        if (role != Role.BUREAU_ADMIN || region == null) {
            throw new Refused(CommonProblem.NOT_ALLOWED);
        }
        return region;
    }

    public boolean is(Role one) {
        return role == one;
    }

    /** How the caller is named where requests and uploads are kept apart. */
    public String principal() {
        return "account:" + accountId;
    }
}
