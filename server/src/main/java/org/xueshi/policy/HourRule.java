package org.xueshi.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many hours something is worth. Rules are built of rules; each can say in a sentence how it came to its figure. */
public sealed interface HourRule {

    /** A figure and how it came about, in Chinese. */
    record Worth(Hours hours, String how) {}

    /** Empty when the rule has no figure for these values: then the learner claims and the reviewers decide. */
    Optional<Worth> worth(Reading reading);

    /** What a rule may look at. */
    record Reading(LearningForm form, FormValues values, Hours step, Map<String, Hours> neededOfSubjects) {

        Hours hours(BigDecimal amount) {
            return Hours.of(amount.setScale(1, RoundingMode.FLOOR)).roundedDownTo(step);
        }

        /** What a field counts: its number, or the days of its period, first and last included. */
        BigDecimal count(String field) {
            boolean period = form.field(field).orElseThrow().type() == FieldType.PERIOD;
            return period
                    ? BigDecimal.valueOf(ChronoUnit.DAYS.between(values.firstDay(field), values.lastDay(field)) + 1)
                    : values.number(field);
        }

        String shown(String field) {
            FormField found = form.field(field).orElseThrow();
            String text = values.text(field);
            return found.option(text).map(FormField.Option::label).orElse(text);
        }
    }

    /** As whoever approved the event set it; nothing is computed. */
    record AsApproved(String by) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            return Optional.empty();
        }
    }

    /** Always the same. */
    record Fixed(Hours hours) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            return Optional.of(new Worth(hours, "固定 " + hours + " 学时"));
        }
    }

    /** So many hours for each of what a field counts: courses, days, half days, thousands of characters. */
    record PerUnit(String field, BigDecimal each, BigDecimal size, String unit) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            if (!reading.values().has(field)) {
                return Optional.empty();
            }
            BigDecimal count = reading.count(field);
            BigDecimal units = count.divide(size, 0, RoundingMode.FLOOR);
            Hours hours = reading.hours(units.multiply(each));
            return Optional.of(new Worth(
                    hours,
                    "%s %s × %s 学时 = %s 学时"
                            .formatted(
                                    units.toPlainString(),
                                    unit,
                                    each.stripTrailingZeros().toPlainString(),
                                    hours)));
        }
    }

    /** Minutes of learning, by the length that the pack gives an hour. */
    record Minutes(String field, int perHour) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            if (!reading.values().has(field)) {
                return Optional.empty();
            }
            BigDecimal minutes = reading.values().number(field);
            Hours hours = reading.hours(minutes.divide(BigDecimal.valueOf(perHour), 1, RoundingMode.FLOOR));
            return Optional.of(new Worth(
                    hours,
                    "%s 分钟，每学时 %d 分钟，折合 %s 学时"
                            .formatted(minutes.stripTrailingZeros().toPlainString(), perHour, hours)));
        }
    }

    /** By a table: the first row whose cells all fit; an empty cell fits everything. */
    record Lookup(List<String> by, List<Row> rows) implements HourRule {

        public record Row(List<String> cells, Hours hours) {}

        @Override
        public Optional<Worth> worth(Reading reading) {
            if (!by.stream().allMatch(reading.values()::has)) {
                return Optional.empty();
            }
            return rows.stream().filter(row -> fits(row, reading)).findFirst().map(row -> {
                String facts = String.join("、", by.stream().map(reading::shown).toList());
                return new Worth(row.hours(), facts + ":" + row.hours() + " 学时");
            });
        }

        private boolean fits(Row row, Reading reading) {
            for (int i = 0; i < by.size(); i++) {
                String cell = row.cells().get(i);
                if (!cell.isEmpty() && !cell.equals(reading.values().text(by.get(i)))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** So much less for each rank behind the first, down to a least. */
    record StepDown(HourRule first, String rank, Hours step, Hours least) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            if (!reading.values().has(rank)) {
                return Optional.empty();
            }
            long behind = reading.values().number(rank).longValue() - 1;
            return first.worth(reading).map(worth -> {
                long tenths = worth.hours().tenths() - Math.max(0, behind) * step.tenths();
                Hours hours = new Hours(Math.max(least.tenths(), tenths));
                return new Worth(hours, "%s，第 %d 名递减后 %s 学时".formatted(worth.how(), behind + 1, hours));
            });
        }
    }

    /** A share for each rank of authors; whoever is not in the list shares the rest equally with the others who are not. */
    record Share(HourRule whole, String rank, String authors, List<BigDecimal> shares) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            if (!reading.values().has(rank) || !reading.values().has(authors)) {
                return Optional.empty();
            }
            int place = reading.values().number(rank).intValue();
            int of = Math.max(place, reading.values().number(authors).intValue());
            BigDecimal share = share(place, of);
            return whole.worth(reading).map(worth -> {
                Hours hours = reading.hours(worth.hours().amount().multiply(share));
                return new Worth(hours, "%s,%d 位作者中第 %d 位折合 %s 学时".formatted(worth.how(), of, place, hours));
            });
        }

        private BigDecimal share(int place, int of) {
            if (place <= shares.size()) {
                return shares.get(place - 1);
            }
            BigDecimal given = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal rest = BigDecimal.ONE.subtract(given).max(BigDecimal.ZERO);
            return rest.divide(BigDecimal.valueOf(of - (long) shares.size()), 6, RoundingMode.FLOOR);
        }
    }

    /** A base and what is added to it, each only when its condition holds. */
    record Sum(List<Part> parts) implements HourRule {

        public record Part(@Nullable Condition when, HourRule rule) {}

        @Override
        public Optional<Worth> worth(Reading reading) {
            List<Worth> worths = parts.stream()
                    .filter(part -> Condition.holds(part.when(), reading.values()))
                    .map(part -> part.rule().worth(reading).orElse(null))
                    .filter(Objects::nonNull)
                    .toList();
            return worths.stream().reduce((a, b) -> new Worth(a.hours().plus(b.hours()), a.how() + ";" + b.how()));
        }
    }

    /** Another rule's hours times a factor (高级研修班). */
    record Times(HourRule rule, BigDecimal factor) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            return rule.worth(reading).map(worth -> {
                Hours hours = reading.hours(worth.hours().amount().multiply(factor));
                return new Worth(hours, worth.how() + ",乘以 " + factor.toPlainString() + " 得 " + hours + " 学时");
            });
        }
    }

    /** The highest of several (one paper indexed twice). */
    record Highest(List<HourRule> rules) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            return rules.stream()
                    .map(rule -> rule.worth(reading).orElse(null))
                    .filter(Objects::nonNull)
                    .max((a, b) -> a.hours().compareTo(b.hours()))
                    .map(worth -> new Worth(worth.hours(), "按最高一项计:" + worth.how()));
        }
    }

    /** No more than so much for one item. */
    record AtMost(HourRule rule, Hours most) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            return rule.worth(reading)
                    .map(worth -> worth.hours().compareTo(most) <= 0
                            ? worth
                            : new Worth(most, worth.how() + ",每项最多 " + most + " 学时"));
        }
    }

    /** As much as the year asks for of a subject (援藏援疆). */
    record FulfilsSubject(String subject, @Nullable Condition when) implements HourRule {
        @Override
        public Optional<Worth> worth(Reading reading) {
            Hours needed = reading.neededOfSubjects().get(subject);
            return needed == null || !Condition.holds(when, reading.values())
                    ? Optional.empty()
                    : Optional.of(new Worth(needed, "视同完成当年该科目:" + needed + " 学时"));
        }
    }
}
