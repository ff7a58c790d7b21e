package org.xueshi.account;

import org.jspecify.annotations.Nullable;

/**
 * A password that is shown once and good for setting a new one.
 *
 * @param password null where somebody already had an account and keeps his own
 */
record OneTimePassword(@Nullable String password) {

    @Override
    public String toString() {
        return "OneTimePassword[hidden]";
    }
}
