package org.xueshi.bench.province;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** One of the five claims of a person: the older ones are decided, the latest stands wherever claims can stand. */
record MadeDeclaration(
        long id, int year, LocalDate began, LocalDate ended, int hours, Standing standing, Instant submitted) {

    static final int A_PERSON = 5;
    private static final int LATEST = A_PERSON - 1;
    private static final int[] HOURS = {16, 24, 36, 40};

    enum Standing {
        DRAFT,
        WITH_EMPLOYER,
        WITH_BUREAU,
        WITH_AUTHORITY,
        ACCEPTED,
        SENT_BACK;

        boolean isWaiting() {
            return this == WITH_EMPLOYER || this == WITH_BUREAU || this == WITH_AUTHORITY;
        }
    }

    /** @param nth 0 for the oldest */
    static MadeDeclaration of(Scale scale, long person, int nth) {
        Dice dice = new Dice(person, 10 + nth);
        int now = scale.today().getYear();
        int year = switch (nth) {
            case 0 -> now - 9 + dice.below(4);
            case 1 -> now - 5 + dice.below(3);
            case 2 -> now - 2 + dice.below(2);
            default -> now;
        };
        Standing standing = standing(scale, person, nth, dice);
        int lastDay = year == now ? scale.today().getDayOfYear() - 1 : 330;
        LocalDate ended = standing.isWaiting()
                ? scale.today().minusDays(61 + dice.below(30))
                : LocalDate.ofYearDay(year, Math.max(5, dice.below(lastDay)));
        LocalDate began = ended.minusDays(2);
        LocalDate handedIn = standing.isWaiting() ? scale.today().minusDays(1 + dice.below(60)) : ended.plusDays(1);
        return new MadeDeclaration(
                nth * (long) scale.people() + person,
                year,
                began,
                ended,
                HOURS[dice.below(HOURS.length)],
                standing,
                handedIn.atTime(LocalTime.ofSecondOfDay(dice.below(86_400))).toInstant(ZoneOffset.UTC));
    }

    private static Standing standing(Scale scale, long person, int nth, Dice dice) {
        int chance = dice.below(1000);
        if (nth < LATEST) {
            return nth < LATEST - 1 && chance < 30 ? Standing.SENT_BACK : Standing.ACCEPTED;
        }
        if (chance >= 950) {
            return Standing.SENT_BACK;
        }
        if (chance >= 830) {
            return Standing.DRAFT;
        }
        long employer = scale.places().employerOf(person);
        if (Places.isBusy(employer)) {
            return chance < 500 ? Standing.WITH_BUREAU : chance < 530 ? Standing.WITH_EMPLOYER : Standing.ACCEPTED;
        }
        if (chance < 90) {
            return Standing.WITH_EMPLOYER;
        }
        Standing second =
                Places.isUnderAuthority(employer) && chance % 2 == 0 ? Standing.WITH_AUTHORITY : Standing.WITH_BUREAU;
        return chance < 185 ? second : Standing.ACCEPTED;
    }

    boolean hasCase() {
        return standing != Standing.DRAFT;
    }

    Instant decided() {
        return submitted.plusSeconds(5 * 86_400);
    }

    String title() {
        return "%d年学科教学与专业能力提升培训班第%d期".formatted(year, id % 97 + 1);
    }

    String fields() {
        return ("{\"organizer\":\"郑州市教师发展中心\",\"organizerLevel\":\"CITY\",\"className\":\"%s\","
                        + "\"content\":\"专题讲座、课例观摩与分组研讨。\",\"period\":\"%s/%s\",\"score\":\"合格\"}")
                .formatted(title(), began, ended);
    }
}
