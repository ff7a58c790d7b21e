package org.xueshi.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xueshi.platform.Role;

/**
 * What the gate must know of an account at every request; kept in each node's memory and thrown away when the version goes up.
 *
 * @param workspaces what the account may act as; empty while nothing is granted or passed
 */
record GateState(long accountId, @Nullable Long personId, String name, int version, List<Workspace> workspaces) {

    GateState {
        workspaces = List.copyOf(workspaces);
    }

    Optional<Workspace> workspace(@Nullable String key) {
        return key == null
                ? workspaces.stream().findFirst()
                : workspaces.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    boolean has(Role role) {
        return workspaces.stream().anyMatch(each -> each.role() == role);
    }
}
