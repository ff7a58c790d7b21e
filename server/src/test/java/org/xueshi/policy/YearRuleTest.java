package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

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
    void whatIsSpreadFallsOnSoManyYearsAndTheFirstTakesTheRemainder() {
        Pack pack = spreadOver(3);
        LearningForm form = pack.form("PAPER").orElseThrow();
        assertThat(pack.years(form, 2026, Hours.of(10)))
                .containsExactly(entry(2026, Hours.of(4)), entry(2027, Hours.of(3)), entry(2028, Hours.of(3)));
        assertThat(pack.years(form, 2026, Hours.of("0.5")).get(2026)).isEqualTo(Hours.of("0.5"));
        assertThat(pack.years(form, 2026, Hours.of(10)).values())
                .extracting(Hours::tenths)
                .satisfies(parts ->
                        assertThat(parts.stream().mapToLong(each -> each).sum()).isEqualTo(100));
    }

    @Test
    void withoutASpreadEverythingFallsOnTheDeclaredYear() {
        Pack pack = SamplePack.asking(SamplePack.REQUIREMENTS);
        assertThat(pack.years(pack.form("PAPER").orElseThrow(), 2026, Hours.of(10)))
                .containsExactly(entry(2026, Hours.of(10)));
    }

    @Test
    void whatIsSpreadOverNoYearIsRefused() {
        assertThatThrownBy(() -> spreadOver(0))
                .isInstanceOf(MalformedPack.class)
                .hasMessageContaining("at least one year");
    }

    private static Pack spreadOver(int years) {
        return PackReader.read(
                "sample/pack-1.yaml",
                SamplePack.yaml(SamplePack.REQUIREMENTS, "{fixed: {hours: 10}}")
                        .replace(
                                "    same: {fields: [title, on]",
                                "    spread: {years: %d, source: S, status: verbatim}\n    same: {fields: [title, on]"
                                        .formatted(years)));
    }

    @Test
    void aYearMayBeClosedOnlyAfterItsLastDeclarableDay() {
        assertThat(HENAN.lastDeclarable(2026)).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(HUNAN.lastDeclarable(2026)).isEqualTo(LocalDate.of(2027, 12, 31));
    }
}
