package org.xueshi.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody filled in, by field code. Reading a value as what it is not throws {@link IllegalArgumentException}; a
 * {@link LearningForm} checks first.
 */
public record FormValues(Map<String, String> texts) {

    public FormValues {
        Map<String, String> filled = new TreeMap<>();
        texts.forEach((code, text) -> {
            if (text != null && !text.isBlank()) {
                filled.put(code, text.strip());
            }
        });
        texts = Map.copyOf(filled);
    }

    public boolean has(String code) {
        return texts.containsKey(code);
    }

    public String text(String code) {
        String text = texts.get(code);
        if (text == null) {
            throw new IllegalArgumentException("Field " + code + " is empty");
        }
        return text;
    }

    public BigDecimal number(String code) {
        String text = text(code);
        // BigDecimal would accept 1e9999 and digits of other scripts.
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            throw new IllegalArgumentException("Field " + code + " is no number");
        }
        return new BigDecimal(text);
    }

    public LocalDate firstDay(String code) {
        return day(text(code).split("/", 2)[0]);
    }

    /** The day itself, or a period's last day. */
    public LocalDate lastDay(String code) {
        String[] days = text(code).split("/", 2);
        return day(days[days.length - 1]);
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw new IllegalArgumentException("Not a day of our time: " + text);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a day: " + text, e);
        }
    }
}
