package org.xueshi.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xueshi.platform.Refused;

/**
 * What a password must be. S3: 请输入8~20位密码,请勿输入纯数字或纯字母. Beyond it: nothing that others know of its owner, and none of
 * the passwords that are tried first.
 */
final class PasswordRule {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 20;

    /** What guessers begin with; compared after digits and signs at the end are cut off. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passw0rd",
            "qwerty",
            "qwertyuiop",
            "abc",
            "abcd",
            "abcdef",
            "admin",
            "administrator",
            "iloveyou",
            "woaini",
            "aa",
            "a",
            "qq",
            "zxcvbnm",
            "asdfghjkl",
            "asdf",
            "qaz",
            "qazwsx",
            "letmein",
            "welcome",
            "test",
            "root",
            "xueshi",
            "jiaoyu",
            "beijing",
            "henan",
            "hunan",
            "zhengzhou",
            "changsha",
            "p@ssw0rd",
            "p@ssword",
            "1qaz@wsx",
            "1q2w3e4r",
            "q1w2e3r4",
            "1qaz2wsx",
            "zaq12wsx");

    private PasswordRule() {}

    /** @param known what others may know: the document's number, the phone, the name. @throws Refused saying what is wrong */
    static void demand(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw weak("请输入8~20位密码,请勿输入纯数字或纯字母");
        }
        if (password.chars().allMatch(Character::isDigit) || password.chars().allMatch(Character::isLetter)) {
            throw weak("请输入8~20位密码,请勿输入纯数字或纯字母");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (known.stream().anyMatch(fact -> tells(lower, fact.toLowerCase(Locale.ROOT)))) {
            throw weak("密码不能包含证件号、手机号、出生日期或姓名");
        }
        if (COMMON.contains(lower) || COMMON.contains(lower.replaceAll("[0-9!@#$%^&*.?]+$", ""))) {
            throw weak("该密码过于常见，容易被猜到，请换一个");
        }
        if (lower.chars().distinct().count() < 4) {
            throw weak("密码中重复字符过多，请换一个");
        }
    }

    /** Whether a password holds six or more characters of a number in a row, or a whole name. */
    private static boolean tells(String password, String fact) {
        if (fact.length() < 6) {
            return fact.length() >= 2 && password.contains(fact);
        }
        for (int i = 0; i + 6 <= fact.length(); i++) {
            if (password.contains(fact.substring(i, i + 6))) {
                return true;
            }
        }
        return false;
    }

    private static Refused weak(String why) {
        return new Refused(AccountProblem.WEAK_PASSWORD, List.of(new Refused.FieldError("password", why)))
                .with("why", why);
    }

    /** Facts that are there. */
    static List<String> known(String... facts) {
        return Arrays.stream(facts)
                .filter(fact -> fact != null && !fact.isBlank())
                .toList();
    }
}
