package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HoursTest {

    @Test
    void tenthsAreExact() {
        assertThat(Hours.of("0.1").plus(Hours.of("0.2"))).isEqualTo(Hours.of("0.3"));
        assertThat(Hours.of("45.5").toString()).isEqualTo("45.5");
        assertThat(Hours.of(90).toString()).isEqualTo("90");
    }

    @Test
    void aSecondDecimalIsRefusedRatherThanRounded() {
        assertThatThrownBy(() -> Hours.of(new BigDecimal("0.05"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundingGoesDownToTheStep() {
        assertThat(Hours.of("3.7").roundedDownTo(Hours.of("0.5"))).isEqualTo(Hours.of("3.5"));
        assertThat(Hours.of("3.5").isMultipleOf(Hours.of("0.5"))).isTrue();
        assertThat(Hours.of("3.3").isMultipleOf(Hours.of("0.5"))).isFalse();
    }

    @Test
    void inJsonTheyAreNumbers() {
        JsonMapper json = new JsonMapper();
        assertThat(json.writeValueAsString(Hours.of("45.5"))).isEqualTo("45.5");
        assertThat(json.readValue("60", Hours.class)).isEqualTo(Hours.of(60));
    }
}
