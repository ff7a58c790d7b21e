package org.xueshi.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as the gate sees it.
 *
 * @param login the document number it logs in with
 * @param mustChange the password was given by somebody else and is good for setting a new one only
 * @param version goes up with every change that must end its sessions
 */
record Account(
        long id,
        @Nullable Long personId,
        String name,
        String login,
        String passwordHash,
        boolean mustChange,
        int version,
        boolean active) {

    List<String> knownFacts() {
        return PasswordRule.known(login, name);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
