package org.xueshi.certificate;

import java.awt.Color;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xueshi.platform.Fonts;
import org.xueshi.platform.Fonts.Weight;

/**
 * Writes Chinese text on a page: wraps it, shrinks what is too long instead of cutting it off, and takes every character from the
 * font that has it.
 */
final class Lettering {

    private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);

    /** Stands for a character that no font has (geta mark). */
    private static final String MISSING = "〓";

    /** A text that fits into one line at this part of its size is not broken. */
    private static final float ONE_LINE = 0.75f;

    private static final float STEP = 0.5f;
    private static final float SMALLEST = 2;
    private static final float LEADING = 1.45f;
    private static final int SEMI_BOLD = 600;

    /** From the line up to the middle of a Han character, which reaches from 0.12 below the line to 0.88 above it. */
    private static final float MIDDLE = 0.38f;

    enum Align {
        LEFT,
        CENTER
    }

    /** @param spacing what is added after each character */
    record Style(boolean bold, float size, Color color, float spacing) {

        Style(boolean bold, float size, Color color) {
            this(bold, size, color, 0);
        }

        private Style ofSize(float other) {
            return new Style(bold, other, color, spacing * other / size);
        }

        private float leading() {
            return size * LEADING;
        }
    }

    /** @param x of the lower left corner */
    record Box(float x, float y, float width, float height) {}

    /** @param advance how far the next character is away, at size 1 */
    private record Glyph(TrueTypeFont font, float advance) {}

    private final Fonts fonts;
    private final PDDocument document;
    private final PDPageContentStream content;
    private final Map<TrueTypeFont, PDFont> embedded = new IdentityHashMap<>();
    private final Map<Integer, Glyph> regular = new HashMap<>();
    private final Map<Integer, Glyph> bold = new HashMap<>();
    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);

    Lettering(Fonts fonts, PDDocument document, PDPageContentStream content) {
        this.fonts = fonts;
        this.document = document;
        this.content = content;
    }

    /** Writes a text into a box, in the middle of its height; smaller than wished where it is too long. */
    void write(String text, Style wished, Box box, Align align) throws IOException {
        String printable = printable(text);
        float whole = width(printable, wished);
        // A little smaller on one line reads better than broken.
        Style style = whole > box.width() && whole * ONE_LINE < box.width()
                ? wished.ofSize(wished.size() * box.width() / whole - 0.01f)
                : wished;
        List<String> lines = wrap(printable, style, box.width());
        while (lines.size() * style.leading() > box.height() && style.size() > SMALLEST) {
            style = wished.ofSize(style.size() - STEP);
            lines = wrap(printable, style, box.width());
        }
        if (lines.size() > 1) {
            lines = balance(printable, style, box.width(), lines);
        }
        float y = box.y() + (box.height() + (lines.size() - 1) * style.leading()) / 2 - MIDDLE * style.size();
        for (String line : lines) {
            // Nothing is added after the last character.
            float free = box.width() - width(line, style) + style.spacing();
            float x = switch (align) {
                case LEFT -> box.x();
                case CENTER -> box.x() + free / 2;
            };
            show(line, style, Matrix.getTranslateInstance(x, y));
            y -= style.leading();
        }
    }

    /** Writes one line askew, its middle at a point. */
    void writeAskew(String text, Style style, float x, float y, double degrees) throws IOException {
        String printable = printable(text);
        Matrix place = Matrix.getRotateInstance(Math.toRadians(degrees), x, y);
        place.concatenate(Matrix.getTranslateInstance(-width(printable, style) / 2, -MIDDLE * style.size()));
        show(printable, style, place);
    }

    private float width(String line, Style style) throws IOException {
        float width = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            width += glyph(line.codePointAt(i), style).advance() * style.size() + style.spacing();
        }
        return width;
    }

    private List<String> wrap(String text, Style style, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        breaks.setText(text);
        int start = 0;
        int from = breaks.first();
        float used = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String word = text.substring(from, to);
            if (used + width(word.stripTrailing(), style) > width && start < from) {
                lines.add(text.substring(start, from).stripTrailing());
                start = from;
                used = 0;
            }
            // A word longer than a line is broken anywhere.
            for (int i = from; i < to; i = text.offsetByCodePoints(i, 1)) {
                float advance = width(Character.toString(text.codePointAt(i)), style);
                if (used + advance > width && start < i && !Character.isWhitespace(text.codePointAt(i))) {
                    lines.add(text.substring(start, i));
                    start = i;
                    used = 0;
                }
                used += advance;
            }
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    /** The same number of lines, about equally long: a last line of one character looks like a slip. */
    private List<String> balance(String text, Style style, float width, List<String> lines) throws IOException {
        List<String> best = lines;
        for (float narrow = width - style.size(); narrow > width / lines.size(); narrow -= style.size()) {
            List<String> narrower = wrap(text, style, narrow);
            if (narrower.size() > lines.size()) {
                break;
            }
            best = narrower;
        }
        return best;
    }

    private void show(String line, Style style, Matrix place) throws IOException {
        content.beginText();
        content.setNonStrokingColor(style.color());
        content.setTextMatrix(place);
        content.setCharacterSpacing(style.spacing());
        int from = 0;
        while (from < line.length()) {
            TrueTypeFont font = glyph(line.codePointAt(from), style).font();
            int to = from;
            while (to < line.length() && glyph(line.codePointAt(to), style).font() == font) {
                to = line.offsetByCodePoints(to, 1);
            }
            boolean thicken = style.bold() && font.getOS2Windows().getWeightClass() < SEMI_BOLD;
            if (thicken) {
                // The rare characters come in one weight.
                content.setStrokingColor(style.color());
                content.setLineWidth(style.size() * 0.022f);
                content.setRenderingMode(RenderingMode.FILL_STROKE);
            }
            content.setFont(embed(font), style.size());
            content.showText(line.substring(from, to));
            if (thicken) {
                content.setRenderingMode(RenderingMode.FILL);
            }
            from = to;
        }
        content.endText();
    }

    private PDFont embed(TrueTypeFont font) throws IOException {
        PDFont known = embedded.get(font);
        if (known == null) {
            known = PDType0Font.load(document, font, true);
            embedded.put(font, known);
        }
        return known;
    }

    private Glyph glyph(int codePoint, Style style) throws IOException {
        Map<Integer, Glyph> known = style.bold() ? bold : regular;
        Glyph glyph = known.get(codePoint);
        if (glyph == null) {
            TrueTypeFont font = fonts.having(codePoint, style.bold() ? Weight.BOLD : Weight.REGULAR)
                    .orElseThrow();
            int id = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            glyph = new Glyph(font, (float) font.getAdvanceWidth(id) / font.getUnitsPerEm());
            known.put(codePoint, glyph);
        }
        return glyph;
    }

    /** The text without what has no form of its own, and with a mark for every character that no font has. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.replaceAll("[\\s\\u0085\\u2028\\u2029]", " ")
                .codePoints()
                .filter(c -> !isFormless(c))
                .forEach(c -> {
                    if (fonts.having(c, Weight.REGULAR).isPresent()) {
                        printable.appendCodePoint(c);
                    } else {
                        LOG.warn("No font has U+{}: a box is printed in its place", Integer.toHexString(c));
                        printable.append(MISSING);
                    }
                });
        return printable.toString();
    }

    /** Controls, joiners, and the selectors that choose among the forms of one character. */
    private static boolean isFormless(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
