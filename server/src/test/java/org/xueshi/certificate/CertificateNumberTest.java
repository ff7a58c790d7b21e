package org.xueshi.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** From identifiers of electronic certificates (GB/T 36904) in use, which have the same check character. */
    @ParameterizedTest
    @CsvSource({"11100000000013338W01111430000006122244L20230000403001, U"})
    void theCheckCharacterIsThatOfTheStandard(String body, char check) {
        assertThat(CertificateNumber.check(body)).isEqualTo(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HN", "HNZY", "HNZYJS"})
    void aNumberIsReadAsItWasWritten(String prefix) {
        CertificateNumber number = CertificateNumber.random(prefix, 2026);
        assertThat(number.text()).matches(prefix + "2026-[0-9]{4}-[0-9]{4}-[0-9A-Z]");
        assertThat(CertificateNumber.parse(number.text())).contains(number);
    }

    @Test
    void aNumberIsReadHoweverItIsTyped() {
        CertificateNumber number = CertificateNumber.random("HNZY", 2026);
        String plain = number.text().replace("-", "");
        assertThat(CertificateNumber.parse(plain)).contains(number);
        assertThat(CertificateNumber.parse(" " + number.text().toLowerCase(Locale.ROOT) + " "))
                .contains(number);
        assertThat(CertificateNumber.parse(number.text().replace('-', '—'))).contains(number);
        assertThat(CertificateNumber.parse(number.text().replace("-", " "))).contains(number);
    }

    @Test
    void everySlipOfOneCharacterIsFound() {
        for (int i = 0; i < 50; i++) {
            String plain = CertificateNumber.random("HNZY", 2026).text().replace("-", "");
            for (int place = 0; place < plain.length(); place++) {
                for (char slip : ALPHABET.toCharArray()) {
                    if (slip != plain.charAt(place)) {
                        String typed = plain.substring(0, place) + slip + plain.substring(place + 1);
                        assertThat(CertificateNumber.parse(typed))
                                .as("%s for %s", typed, plain)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "HNZY", "HNZY2026-1234", "HNZY2026-1234-5678-9-0", "2026-1234-5678-9", "证书2026-1234-5678-9"})
    void whatIsNoNumberIsNotRead(String typed) {
        assertThat(CertificateNumber.parse(typed)).isEmpty();
    }

    @Test
    void numbersCannotBeCountedThrough() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            numbers.add(CertificateNumber.random("HNZY", 2026).text());
        }
        // Of 100,000,000: two alike among a thousand come once in two hundred runs, three pairs never.
        assertThat(numbers).hasSizeGreaterThan(997);
    }
}
