package org.xueshi.account;

import org.jspecify.annotations.Nullable;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;

/**
 * One of the things somebody is on the platform.
 *
 * @param key what a request names it by: {@code LEARNER}, or the grant's id
 * @param organizationName the organization it is held for
 * @param regionName where that is
 */
record Workspace(
        String key,
        Role role,
        @Nullable Long organizationId,
        @Nullable String organizationName,
        @Nullable String region,
        @Nullable String regionName) {

    static final String LEARNER_KEY = Role.LEARNER.name();

    Caller caller(GateState state) {
        return new Caller(state.accountId(), state.personId(), state.name(), role, organizationId, region);
    }
}
