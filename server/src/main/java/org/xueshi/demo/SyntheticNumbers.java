package org.xueshi.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers with right check characters that were made up, for demonstrations and tests. */
public final class SyntheticNumbers {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private SyntheticNumbers() {}

    /** A citizen's ID number. @param sequence three digits; odd for men, even for women */
    public static String idNumber(String region, LocalDate birth, int sequence) {
        String body = region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + ID_CHECKS.charAt(sum % 11);
    }

    /** A 统一社会信用代码 of a region. @param serial its nine digits */
    public static String organizationCode(String region, int serial) {
        String body = "12" + region + "%09d".formatted(serial);
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += CODE_ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + CODE_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
