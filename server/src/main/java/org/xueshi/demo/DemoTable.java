package org.xueshi.demo;

import java.util.ArrayList;
import java.util.List;

/** Prints the demo people on the terminal, and keeps them for the next start. */
final class DemoTable {

    private static final List<String> HEAD = List.of("用户类型", "姓名", "单位", "登录账户（身份证号）", "密码");

    private DemoTable() {}

    static String of(List<DemoPerson> people) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        people.forEach(person ->
                rows.add(List.of(person.kind(), person.name(), person.place(), person.login(), person.password())));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> {
            text.append("  ");
            for (int i = 0; i < widths.length; i++) {
                text.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            text.append("\n");
        });
        return text.toString();
    }

    /** Chinese characters take two columns of a terminal. */
    private static int width(String text) {
        return text.codePoints().map(point -> point > 0x2e7f ? 2 : 1).sum();
    }
}
