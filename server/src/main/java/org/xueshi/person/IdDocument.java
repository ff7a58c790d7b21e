package org.xueshi.person;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** An identity document. Its number is never shown by accident: {@link #toString} masks it. */
public record IdDocument(DocumentType type, String number) {

    /** Brings a typed number into the form in which it is kept: no spaces or hidden characters, half width, upper case. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}\\p{Cntrl}]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** The document, or empty when its number cannot be right. */
    public static Optional<IdDocument> parse(DocumentType type, String typed, LocalDate today) {
        String number = normalise(typed);
        return type.accepts(number, today) ? Optional.of(new IdDocument(type, number)) : Optional.empty();
    }

    public Optional<LocalDate> birthDate() {
        return type.birthDate(number);
    }

    public Optional<String> sex() {
        return type.sex(number);
    }

    /** {@code 410************012}: enough to recognise one's own, not enough to guess another's. */
    public String masked() {
        return mask(number);
    }

    public static String mask(String number) {
        int shown = number.length() >= 15 ? 3 : 1;
        return number.substring(0, shown)
                + "*".repeat(number.length() - 2 * shown)
                + number.substring(number.length() - shown);
    }

    @Override
    public String toString() {
        return type + " " + masked();
    }
}
