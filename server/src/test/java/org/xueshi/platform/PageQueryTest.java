package org.xueshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageQueryTest {

    @Test
    void countingStopsAThousandRowsAfterThePage() {
        assertThat(new PageQuery(null, null).counted()).isEqualTo(1_000);
        assertThat(new PageQuery(51, 20).counted()).isEqualTo(2_000);
    }

    @Test
    void aPageSaysWhetherThereIsMoreThanWasCounted() {
        PageQuery first = new PageQuery(1, 20);

        assertThat(Page.of(List.of(), 1_000, first)).isEqualTo(new Page<>(List.of(), 1_000, false));
        assertThat(Page.of(List.of(), 1_001, first)).isEqualTo(new Page<>(List.of(), 1_000, true));
    }

    @Test
    void aPageWithoutNumberOrSizeIsTheFirstOfTwenty() {
        PageQuery usual = new PageQuery(null, null);

        assertThat(usual.offset()).isZero();
        assertThat(usual.limit()).isEqualTo(20);
    }

    @Test
    void whatIsNoPageIsRefused() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new PageQuery(0, 20));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new PageQuery(1, 101));
    }
}
