package org.xueshi.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * The fonts that ship with the platform, parsed once, when first needed, and shared; a server needs none installed. Noto Sans SC
 * (OFL) has what most people use, Hanazono Mincho the rest of GB 18030-2022: characters that stand in few names, and must stand
 * in them rightly.
 */
@Component
public class Fonts {

    /** How heavy the strokes are. The rarest characters come in one weight only. */
    public enum Weight {
        REGULAR("NotoSansSC-Regular"),
        BOLD("NotoSansSC-Bold");

        private final String file;

        Weight(String file) {
            this.file = file;
        }
    }

    private static final String FOLDER = "/fonts/";

    /** Embedding a font costs by the number of its glyphs, used or not: most documents do with these 7,000. */
    private static final String EVERYDAY = "GB2312";

    /** The files of the rarest characters, by the first character of each. */
    private final NavigableMap<Integer, String> rare = rareFiles();

    private final Map<String, TrueTypeFont> parsed = new ConcurrentHashMap<>();

    /** The everyday characters in regular weight. */
    public TrueTypeFont regular() {
        return everyday(Weight.REGULAR);
    }

    /** The smallest font to draw a character with, of the wished weight if there is one; empty when none has it. */
    public Optional<TrueTypeFont> having(int codePoint, Weight weight) {
        TrueTypeFont everyday = everyday(weight);
        if (has(everyday, codePoint)) {
            return Optional.of(everyday);
        }
        TrueTypeFont whole = whole(weight);
        if (has(whole, codePoint)) {
            return Optional.of(whole);
        }
        return Optional.ofNullable(rare.floorEntry(codePoint))
                .map(file -> parsed.computeIfAbsent(file.getValue(), Fonts::parse))
                .filter(font -> has(font, codePoint));
    }

    private TrueTypeFont whole(Weight weight) {
        return parsed.computeIfAbsent(weight.file, Fonts::parse);
    }

    private TrueTypeFont everyday(Weight weight) {
        // The whole font is not kept for it: it takes 20 MB, and an idle server needs none of them.
        return parsed.computeIfAbsent(weight.file + "/" + EVERYDAY, name -> everyday(parse(weight.file)));
    }

    private static TrueTypeFont everyday(TrueTypeFont whole) {
        CharsetEncoder encoder = Charset.forName(EVERYDAY).newEncoder();
        ByteArrayOutputStream font = new ByteArrayOutputStream();
        try {
            TTFSubsetter subset = new TTFSubsetter(whole);
            for (int c = ' '; c < Character.MIN_SUPPLEMENTARY_CODE_POINT; c++) {
                if (encoder.canEncode((char) c)) {
                    subset.add(c);
                }
            }
            subset.writeToStream(font);
            return parse(new RandomAccessReadBuffer(font.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(TrueTypeFont font, int codePoint) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NavigableMap<Integer, String> rareFiles() {
        NavigableMap<Integer, String> files = new TreeMap<>();
        try (InputStream index = open("rare/index.txt")) {
            new String(index.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .forEach(range ->
                            files.put(Integer.parseInt(range.substring(0, range.indexOf('-')), 16), "rare/" + range));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static TrueTypeFont parse(String name) {
        try (InputStream in = open(name + ".ttf")) {
            return parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parse(RandomAccessReadBuffer bytes) throws IOException {
        TrueTypeFont font = new TTFParser().parse(bytes);
        // What is printed is read again by machines: a ligature would come back as something nobody wrote.
        font.setEnableGsub(false);
        return font;
    }

    private static InputStream open(String file) {
        InputStream in = Fonts.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("The font " + FOLDER + file + " is not in the jar");
        }
        return in;
    }
}
