package org.xueshi.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate's readable number: {@code HNZJ2026-4827-1936-K}. Eight random digits, so that numbers cannot be counted through, and
 * a check character (ISO 7064 MOD 37,36), so that a slip of the finger is told from a forgery.
 */
public record CertificateNumber(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    static CertificateNumber random(String prefix, int year) {
        String body = "%s%04d-%04d-%04d".formatted(prefix, year, RANDOM.nextInt(10_000), RANDOM.nextInt(10_000));
        return new CertificateNumber(body + "-" + check(body));
    }

    /** The number as it is kept, or empty when it has the wrong form or a wrong check character. */
    static Optional<CertificateNumber> parse(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s—–-]", "");
        if (!plain.matches("[A-Z]{2,6}[0-9]{12}[0-9A-Z]")) {
            return Optional.empty();
        }
        int prefix = plain.length() - 13;
        String body = plain.substring(0, prefix + 4)
                + "-" + plain.substring(prefix + 4, prefix + 8)
                + "-" + plain.substring(prefix + 8, prefix + 12);
        return check(body) == plain.charAt(plain.length() - 1)
                ? Optional.of(new CertificateNumber(body + "-" + plain.charAt(plain.length() - 1)))
                : Optional.empty();
    }

    /** ISO 7064 MOD 37,36 over letters and digits. */
    static char check(String body) {
        int product = 36;
        for (char c : body.toCharArray()) {
            int value = ALPHABET.indexOf(c);
            if (value >= 0) {
                int sum = (product + value) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
        }
        return ALPHABET.charAt((37 - product) % 36);
    }

    @Override
    public String toString() {
        return text;
    }
}
