package org.xueshi.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    private static final String HEAD = String.join(",", Titles.COLUMNS) + "\n";

    private final CodeTables tables = new CodeTables();
    private final Titles titles = new Titles(tables);

    @Test
    void thereAre27SeriesOfWhichTheFirst13AreRead() {
        assertThat(titles.all()).extracting(Title::seriesCode).isSorted();
        assertThat(titles.all().stream().map(Title::seriesCode).distinct()).hasSize(27);
        assertThat(titles.all()).allSatisfy(title -> {
            if (title.seriesCode().compareTo("13") > 0) {
                assertThat(title.status()).isEqualTo("unverified");
            } else if (!"实习指导".equals(title.branch())) {
                assertThat(title.status()).isEqualTo("verbatim");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "01, 副教授, SENIOR_ASSOC",
        "04, 主任护师, SENIOR_FULL",
        "05, 工程师, MID",
        "06, 农业技术推广研究员, SENIOR_FULL",
        "07, 主任编辑, SENIOR_ASSOC",
        "11, 管理员, JUNIOR_STAFF",
        "22, 一级教师, MID",
        "23, 四级演奏员, JUNIOR_ASSIST"
    })
    void aTitleStandsForALevel(String series, String name, String level) {
        assertThat(titles.find(series, name))
                .hasValueSatisfying(title -> assertThat(title.level()).isEqualTo(level));
    }

    @Test
    void theSameNameMayStandInTwoSeries() {
        assertThat(titles.find("02", "研究员")).isPresent();
        assertThat(titles.find("03", "研究员")).isPresent();
        assertThat(titles.find("01", "研究员")).isEmpty();
    }

    @Test
    void aSeriesRunsFromItsHighestTitleToItsLowest() {
        assertThat(titles.ofSeries("05"))
                .extracting(Title::name)
                .containsExactly("正高级工程师", "高级工程师", "工程师", "助理工程师", "技术员");
        assertThat(titles.ofSeries("99")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01,高等学校教师,,TOP,教授,verbatim,test|no such level: TOP",
                "01,高等学校教师,,MID,讲师,sure,test|no such status: sure",
                "01,高校教师,,MID,讲师,verbatim,test|the series 01 has two names",
                "01,高等学校教师,,MID,教授,verbatim,test|教授 stands twice in its series",
                "01,高等学校教师,,MID,,verbatim,test|name is missing"
            })
    void aMalformedRowIsRefusedWithFileAndLine(String row, String reason) {
        String text = HEAD + "01,高等学校教师,,SENIOR_FULL,教授,verbatim,test\n" + row + "\n";
        assertThatThrownBy(() -> new Titles(Table.of("titles.csv", text, Titles.COLUMNS), tables))
                .isInstanceOf(MalformedTable.class)
                .hasMessage("titles.csv:3: " + reason);
    }
}
