package org.xueshi;

import java.util.concurrent.atomic.AtomicInteger;
import org.xueshi.organization.OrganizationCode;

/** Makes 统一社会信用代码 with right check characters: each call another one. */
public final class OrganizationCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private OrganizationCodes() {}

    public static OrganizationCode next() {
        String body = "12410000%09d".formatted(COUNT.getAndIncrement());
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return OrganizationCode.parse(body + ALPHABET.charAt((31 - sum % 31) % 31)).orElseThrow();
    }
}
