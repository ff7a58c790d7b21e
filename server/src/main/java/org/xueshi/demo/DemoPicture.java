package org.xueshi.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.xueshi.platform.Fonts;

/** Draws papers that could prove something: a heading, some lines, a round seal. */
final class DemoPicture {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 1200;

    private final TrueTypeFont font;

    DemoPicture(Fonts fonts) {
        this.font = fonts.regular();
    }

    byte[] of(String heading, List<String> lines) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(new Color(0xfdfcf8));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(new Color(0xb9b4a8));
        canvas.drawRect(40, 40, WIDTH - 80, HEIGHT - 80);
        canvas.setColor(new Color(0x222222));
        write(canvas, heading, (WIDTH - heading.length() * 56) / 2, 190, 56);
        for (int i = 0; i < lines.size(); i++) {
            write(canvas, lines.get(i), 110, 340 + i * 70, 34);
        }
        canvas.setColor(new Color(200, 40, 40, 150));
        canvas.setStroke(new java.awt.BasicStroke(7));
        canvas.drawOval(WIDTH - 330, HEIGHT - 380, 210, 210);
        write(canvas, "演示专用", WIDTH - 298, HEIGHT - 262, 36);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Graphics2D canvas, String text, int x, int y, int size) {
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            double scale = (double) size / font.getUnitsPerEm();
            double at = x;
            for (int point : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(point);
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
                var data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    canvas.fill(place.createTransformedShape(data.getPath()));
                }
                at += font.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
