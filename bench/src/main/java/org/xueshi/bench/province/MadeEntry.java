package org.xueshi.bench.province;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One of the twelve lines of a person in the ledger: what was accepted, and what came from elsewhere. */
record MadeEntry(
        int year,
        String subject,
        String title,
        String mode,
        int hours,
        String sourceKind,
        String sourceKey,
        LocalDate day) {

    static final int A_PERSON = 12;

    /** @param nth 0 for the oldest */
    static MadeEntry of(Scale scale, long person, int nth) {
        if (nth < MadeDeclaration.A_PERSON) {
            MadeDeclaration declared = MadeDeclaration.of(scale, person, nth);
            if (declared.standing() == MadeDeclaration.Standing.ACCEPTED) {
                return new MadeEntry(
                        declared.year(),
                        "PROFESSIONAL",
                        declared.title(),
                        "OFFLINE",
                        declared.hours(),
                        "DECLARATION",
                        Long.toString(declared.id()),
                        declared.ended());
            }
        }
        return fromElsewhere(scale, person, nth);
    }

    private static MadeEntry fromElsewhere(Scale scale, long person, int nth) {
        Dice dice = new Dice(person, 30 + nth);
        int now = scale.today().getYear();
        int year = switch (nth) {
            case 10 -> now;
            case 11 -> now - dice.below(2);
            case 9 -> now - 1;
            default -> now - 9 + dice.below(8);
        };
        boolean general = nth % 2 == 0;
        int lastDay = year == now ? scale.today().getDayOfYear() - 1 : 330;
        return new MadeEntry(
                year,
                general ? "GENERAL" : "PROFESSIONAL",
                year + (general ? "年度公需科目网络培训" : "年度专业科目培训"),
                general ? "ONLINE" : "OFFLINE",
                general ? 15 * (1 + dice.below(2)) : 12 * (1 + dice.below(4)),
                "IMPORT",
                "old/%d/%d".formatted(person, nth),
                LocalDate.ofYearDay(year, Math.max(5, dice.below(lastDay))));
    }

    Instant recorded() {
        return day.plusDays(10).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
