package org.xueshi.organization;

import java.util.Locale;
import java.util.Optional;

/**
 * 统一社会信用代码 (GB 32100-2015, 18 characters) or the older 组织机构代码 (GB 11714-1997, 9 characters), with a right check character.
 *
 * @param text upper case, without hyphens
 */
public record OrganizationCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] OLD_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** The code, or empty when it has the wrong form or a wrong check character. */
    public static Optional<OrganizationCode> parse(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT).replace("-", "");
        boolean right = switch (text.length()) {
            case 18 -> isUnified(text);
            case 9 -> isOld(text);
            default -> false;
        };
        return right ? Optional.of(new OrganizationCode(text)) : Optional.empty();
    }

    /** GB 32100: weights are the powers of 3 modulo 31; a remainder of 0 gives the check character 0. */
    private static boolean isUnified(String text) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return text.charAt(17) == ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static boolean isOld(String text) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = Character.digit(text.charAt(i), 36);
            if (value < 0) {
                return false;
            }
            sum += value * OLD_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return text.charAt(8) == expected;
    }

    @Override
    public String toString() {
        return text;
    }
}
