package org.xueshi.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** 证件类型, each with the form and the check character of its numbers (GB 11643 and the rules of the other documents). */
public enum DocumentType {
    /** 居民身份证. */
    RIC("[1-9][0-9]{16}[0-9X]", true),
    /** 港澳居民居住证. */
    HMRP("8[12]0000[0-9]{11}[0-9X]", true),
    /** 台湾居民居住证. */
    TWRP("830000[0-9]{11}[0-9X]", true),
    /** 外国人永久居留身份证（2023版）. */
    FPR18("9[0-9]{16}[0-9X]", true),
    /** 外国人永久居留身份证（旧版）. */
    FPR15("[A-Z]{3}[0-9]{12}", false),
    /** 港澳居民来往内地通行证. */
    HMTP("[HM]([0-9]{8}|[0-9]{10})", false),
    /** 台湾居民来往大陆通行证. */
    TWTP("[0-9]{8}|[0-9]{10}", false),
    /** 护照. */
    PASS("[A-Z0-9]{5,17}", false),
    /** 其他. */
    OTH("[A-Z0-9-]{4,30}", false);

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String form;
    private final boolean ofEighteen;

    DocumentType(String form, boolean ofEighteen) {
        this.form = form;
        this.ofEighteen = ofEighteen;
    }

    /** Whether a number can be one of this document; an unknown region code can: numbers keep the one of their first issue. */
    boolean accepts(String number, LocalDate today) {
        if (!number.matches(form)) {
            return false;
        }
        if (this == FPR15) {
            return hasRightTravelCheck(number);
        }
        return !ofEighteen
                || (hasRightCheck(number)
                        && birthDate(number)
                                .filter(born -> !born.isAfter(today))
                                .isPresent());
    }

    /** The day of birth that the number tells. */
    Optional<LocalDate> birthDate(String number) {
        if (!ofEighteen) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(number.substring(6, 10)),
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14))))
                    .filter(born -> born.getYear() >= 1850);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The sex that the number tells, as GB/T 2261.1 codes it: the sequence is odd for men. */
    Optional<String> sex(String number) {
        return ofEighteen ? Optional.of((number.charAt(16) - '0') % 2 == 1 ? "1" : "2") : Optional.empty();
    }

    /** ISO 7064 MOD 11-2. */
    private static boolean hasRightCheck(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.charAt(17) == CHECKS.charAt(sum % 11);
    }

    /** The check digit of travel documents: weights 7, 3, 1, letters counting from A = 10. */
    private static boolean hasRightTravelCheck(String number) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < number.length() - 1; i++) {
            sum += Character.digit(number.charAt(i), 36) * weights[i % 3];
        }
        return Character.digit(number.charAt(number.length() - 1), 10) == sum % 10;
    }
}
