package org.xueshi.person;

import java.text.Normalizer;
import java.util.Optional;

/** A mobile phone number of the mainland, Hong Kong, Macao or Taiwan; masked wherever it is printed. */
public record Phone(String number) {

    public static Optional<Phone> parse(String typed) {
        String number = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}-]", "")
                .replaceFirst("^\\+?86(?=1[3-9])", "");
        boolean right = number.matches("1[3-9][0-9]{9}") || number.matches("\\+(852|853|886)[0-9]{8,9}");
        return right ? Optional.of(new Phone(number)) : Optional.empty();
    }

    public String masked() {
        return number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
