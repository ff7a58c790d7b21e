package org.xueshi.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xueshi.reference.Regions.Region;

class RegionsTest {

    private static final String HEAD = String.join(",", Regions.COLUMNS) + "\n";
    private static final String HENAN = "410000,河南省,,PROVINCE,,,test\n";

    private final Regions regions = new Regions();

    @Test
    void theProvincesServedAreHenanAndHunan() {
        assertThat(regions.children(null)).extracting(Region::name).containsExactly("河南省", "湖南省");
    }

    @Test
    void henanHasSeventeenPrefecturesAndJiyuan() {
        List<Region> below = regions.children("410000");
        assertThat(below).hasSize(18);
        assertThat(below)
                .filteredOn(region -> region.level() == RegionLevel.PREFECTURE)
                .hasSize(17);
        assertThat(below.getLast())
                .isEqualTo(new Region("419001", "济源市", "410000", RegionLevel.COUNTY, "china-division 2.7.0"));
    }

    @Test
    void henanHas54Districts21CitiesAnd82Counties() {
        assertThat(countiesByKind("41")).isEqualTo(Map.of("区", 54L, "市", 21L, "县", 82L));
    }

    @Test
    void hunanHasFourteenPrefectures36Districts19CitiesAnd67Counties() {
        assertThat(regions.children("430000")).hasSize(14);
        assertThat(countiesByKind("43")).isEqualTo(Map.of("区", 36L, "市", 19L, "县", 67L));
    }

    @ParameterizedTest
    @CsvSource({
        "410105, 河南省郑州市金水区",
        "411503, 河南省信阳市平桥区",
        "419001, 河南省济源市",
        "410783, 河南省新乡市长垣市",
        "430104, 湖南省长沙市岳麓区",
        "433101, 湖南省湘西土家族苗族自治州吉首市",
        "431230, 湖南省怀化市通道侗族自治县",
        "412301, 河南省商丘地区商丘市",
        "430000, 湖南省"
    })
    void theFullNameSaysWhereARegionLies(String code, String name) {
        assertThat(regions.fullName(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"410000, 41", "410100, 4101", "410105, 410105", "411000, 4110", "419001, 419001", "431000, 4310"})
    void thePrefixIsTheCodeWithoutTrailingPairsOfZeros(String code, String prefix) {
        assertThat(regions.find(code).orElseThrow().prefix()).isEqualTo(prefix);
    }

    @Test
    void everyRegionBeginsWithThePrefixOfWhatItLiesIn() {
        assertThat(everything()).hasSize(312).allSatisfy(region -> {
            assertThat(region.code()).matches("4[13][0-9]{4}");
            assertThat(regions.isCurrent(region.code())).isTrue();
            Optional<Region> parent = Optional.ofNullable(region.parent()).flatMap(regions::find);
            assertThat(region.code()).startsWith(parent.map(Region::prefix).orElse(""));
        });
    }

    @Test
    void childrenComeInTheOrderOfTheirCodes() {
        assertThat(regions.children("410300")).isSortedAccordingTo(Comparator.comparing(Region::code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"410322", "410728", "411626", "412301", "412700", "419003", "430124", "431121", "432524"})
    void anAbolishedCodeIsFoundButNotCurrentAndNobodysChild(String code) {
        Region abolished = regions.find(code).orElseThrow();
        assertThat(regions.isCurrent(code)).isFalse();
        assertThat(abolished.parent()).isNotNull();
        assertThat(regions.children(abolished.parent())).doesNotContain(abolished);
    }

    @ParameterizedTest
    @ValueSource(strings = {"410171", "419000", "430371", "410101", "110101", "4101", "", "河南"})
    void whatIsNoDivisionHereIsNotFound(String code) {
        assertThat(regions.find(code)).isEmpty();
        assertThat(regions.isCurrent(code)).isFalse();
        assertThat(regions.children(code)).isEmpty();
        assertThatThrownBy(() -> regions.fullName(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "410100,郑州市,410000,PREFECTURE,,|expected 7 cells, found 6",
                "410100,,410000,PREFECTURE,,,test|name is missing",
                "410100,郑州市,410000,PREFECTURE,,,|source is missing",
                "410100, 郑州市,410000,PREFECTURE,,,test|name has a quote, or space around it",
                "410100,郑州市,410000,CITY,,,test|no such level: CITY",
                "4101,郑州市,410000,PREFECTURE,,,test|not a code of six digits: 4101",
                "410100,郑州市,410000,COUNTY,,,test|410100 is not the code of a COUNTY",
                "410100,郑州市,,PREFECTURE,,,test|only a province has no parent",
                "410105,金水区,410100,COUNTY,,,test|the parent 410100 does not stand above this row",
                "430100,长沙市,410000,PREFECTURE,,,test|410000 cannot be the parent of 430100",
                "410000,河南省,,PROVINCE,,,test|the code 410000 stands here twice",
                "410100,郑州市,410000,PREFECTURE,,99,test|valid_to is not a year: 99",
                "410100,郑州市,410000,PREFECTURE,2010,2002,test|valid_to is before valid_from"
            })
    void aMalformedRowIsRefusedWithFileAndLine(String row, String reason) {
        assertThatThrownBy(() -> read(HEAD + HENAN + row + "\n"))
                .isInstanceOf(MalformedTable.class)
                .hasMessage("regions.csv:3: " + reason);
    }

    @Test
    void aCurrentRegionCannotLieInAnAbolishedOne() {
        String abolished = "412300,商丘地区,410000,PREFECTURE,,2002,test\n";
        assertThatThrownBy(() -> read(HEAD + HENAN + abolished + "412301,商丘市,412300,COUNTY,,,test\n"))
                .hasMessage("regions.csv:4: a current region lies in the abolished 412300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code,name\n", "410000,河南省,,PROVINCE,,,test\n"})
    void aTableWithoutItsHeadIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageStartingWith("regions.csv:1: the head must be code,name,");
    }

    private static Regions read(String text) {
        return new Regions(Table.of("regions.csv", text, Regions.COLUMNS));
    }

    private Map<String, Long> countiesByKind(String province) {
        return everything()
                .filter(region ->
                        region.level() == RegionLevel.COUNTY && region.code().startsWith(province))
                .collect(Collectors.groupingBy(
                        region -> region.name().substring(region.name().length() - 1), Collectors.counting()));
    }

    private Stream<Region> everything() {
        return regions.children(null).stream().flatMap(this::within);
    }

    private Stream<Region> within(Region region) {
        return Stream.concat(
                Stream.of(region), regions.children(region.code()).stream().flatMap(this::within));
    }
}
