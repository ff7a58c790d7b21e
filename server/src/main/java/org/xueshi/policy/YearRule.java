package org.xueshi.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which years may be declared for, and until when.
 *
 * @param from the earliest year, relative to today's: -1 for 只能填报当前年度及上年度 (S2)
 * @param graceDays for so many days of January the year before may still be declared, whatever {@code from} says
 * @param activityYear whether hours count in the year in which the activity ended, or in the year the declarer chooses
 * @param closes the last day of the year on which it counts
 */
public record YearRule(int from, int graceDays, boolean activityYear, MonthDay closes, Legal legal) {

    /** The years that may be declared for today, latest first. */
    public List<Integer> open(LocalDate today) {
        int current = today.getYear();
        boolean grace = today.getDayOfYear() <= graceDays;
        int earliest = Math.min(current + from, grace ? current - 1 : current);
        return IntStream.iterate(current, year -> year >= earliest, year -> year - 1)
                .boxed()
                .toList();
    }

    /** The last day on which hours of a year can still be earned. */
    public LocalDate deadline(int year) {
        return closes.atYear(year);
    }

    /** The day after which nothing can be declared for the year any more, and it may be closed. */
    public LocalDate lastDeclarable(int year) {
        LocalDate endOfWindow = LocalDate.of(year - from, 12, 31);
        LocalDate endOfGrace = LocalDate.of(year, 12, 31).plusDays(graceDays);
        return endOfWindow.isAfter(endOfGrace) ? endOfWindow : endOfGrace;
    }
}
