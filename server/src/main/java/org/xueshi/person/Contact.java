package org.xueshi.person;

import org.jspecify.annotations.Nullable;

/** How a person is reached. */
public record Contact(Phone phone, String email, @Nullable String landline) {

    /** {@code z***@example.cn}. */
    public static String maskEmail(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }

    @Override
    public String toString() {
        return "Contact[" + phone + "]";
    }
}
