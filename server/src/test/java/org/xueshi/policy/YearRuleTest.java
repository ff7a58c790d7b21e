package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

class YearRuleTest {

    private static final Legal LEGAL = new Legal("S", LegalStatus.VERBATIM, null);
    private static final YearRule HENAN = new YearRule(0, 31, true, MonthDay.of(12, 31), LEGAL);
    private static final YearRule HUNAN = new YearRule(-1, 0, false, MonthDay.of(12, 31), LEGAL);

    @Test
    void onlyTheCurrentYearIsOpenAndTheOneBeforeInItsGrace() {
        assertThat(HENAN.open(LocalDate.of(2026, 11, 22))).containsExactly(2026);
        assertThat(HENAN.open(LocalDate.of(2026, 1, 31))).containsExactly(2026, 2025);
        assertThat(HENAN.open(LocalDate.of(2026, 2, 1))).containsExactly(2026);
    }

    @Test
    void theCurrentAndThePreviousYearAreOpen() {
        assertThat(HUNAN.open(LocalDate.of(2026, 11, 22))).containsExactly(2026, 2025);
        assertThat(HUNAN.open(LocalDate.of(2027, 1, 1))).containsExactly(2027, 2026);
    }

    @Test
    void aYearMayBeClosedOnlyAfterItsLastDeclarableDay() {
        assertThat(HENAN.lastDeclarable(2026)).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(HUNAN.lastDeclarable(2026)).isEqualTo(LocalDate.of(2027, 12, 31));
    }
}
