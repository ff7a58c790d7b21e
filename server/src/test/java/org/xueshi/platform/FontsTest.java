package org.xueshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xueshi.platform.Fonts.Weight;

class FontsTest {

    /** The unified ideographs of GB 18030-2022, level 3: the basic block, extensions A to F, and twelve strays. */
    private static final int[][] HAN = {
        {0x4E00, 0x9FEF},
        {0x3400, 0x4DB5},
        {0x20000, 0x2A6D6},
        {0x2A700, 0x2B734},
        {0x2B740, 0x2B81D},
        {0x2B820, 0x2CEA1},
        {0x2CEB0, 0x2EBE0}
    };

    private static final List<Integer> STRAYS =
            List.of(0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29);

    private static final Fonts FONTS = new Fonts();

    @ParameterizedTest
    @EnumSource
    void everyHanCharacterOfTheNationalStandardCanBePrinted(Weight weight) {
        int[] han = IntStream.concat(
                        Arrays.stream(HAN).flatMapToInt(range -> IntStream.rangeClosed(range[0], range[1])),
                        STRAYS.stream().mapToInt(c -> c))
                .toArray();
        assertThat(han).hasSize(87_887);
        assertThat(missing(Arrays.stream(han), weight)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsBetweenTheCharactersCanBePrinted(Weight weight) {
        String marks = "0123456789ABCXYZabcxyz，。、：；！？（）《》“”‘’—…·•‧・．〇〓*-/%＋－＝①②Ⅰ²℃é";
        assertThat(missing(marks.codePoints(), weight)).isEmpty();
    }

    /** Names in these scripts are registered in Han characters too; to print them takes fonts and a shaper of their own. */
    @ParameterizedTest
    @CsvSource({"ꆈꌠ, Yi", "བོད, Tibetan", "ئۇيغۇر, Uyghur", "ᠮᠣᠩᠭᠣᠯ, Mongolian", "𰀁, Extension G", "𱍐, Extension H"})
    void otherScriptsCannotBePrinted(String text, String script) {
        assertThat(text.codePoints()
                        .noneMatch(c -> FONTS.having(c, Weight.REGULAR).isPresent()))
                .as(script)
                .isTrue();
    }

    @Test
    void theWishedWeightIsTakenWhereThereIsOne() throws IOException {
        assertThat(weightOf('张', Weight.REGULAR)).isEqualTo(400);
        assertThat(weightOf('张', Weight.BOLD)).isEqualTo(700);
        assertThat(weightOf(0x36C3, Weight.BOLD)).isEqualTo(700);
        assertThat(weightOf(0x20BB7, Weight.BOLD)).isLessThan(600);
    }

    @Test
    void onlyUncommonCharactersComeFromAFontOfManyGlyphs() throws IOException {
        assertThat(FONTS.regular().getNumberOfGlyphs()).isLessThan(8_000);
        assertThat(FONTS.having('张', Weight.REGULAR)).containsSame(FONTS.regular());
        assertThat(FONTS.having('喆', Weight.REGULAR).orElseThrow().getNumberOfGlyphs())
                .isGreaterThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {'张', '喆', 0x20BB7})
    void aFontIsParsedOnce(int codePoint) {
        assertThat(FONTS.having(codePoint, Weight.BOLD))
                .containsSame(FONTS.having(codePoint, Weight.BOLD).orElseThrow());
    }

    private static int weightOf(int codePoint, Weight weight) throws IOException {
        TrueTypeFont font = FONTS.having(codePoint, weight).orElseThrow();
        return font.getOS2Windows().getWeightClass();
    }

    private static String missing(IntStream characters, Weight weight) {
        return characters
                .filter(c -> FONTS.having(c, weight).isEmpty())
                .mapToObj(c -> "U+%X".formatted(c))
                .collect(Collectors.joining(" "));
    }
}
