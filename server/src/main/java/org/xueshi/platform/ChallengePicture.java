package org.xueshi.platform;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.springframework.stereotype.Component;

/**
 * Draws a challenge's digits from the outlines of the font that ships with the platform: a server without any font installed draws
 * them too.
 */
@Component
class ChallengePicture {

    private static final int WIDTH = 132;
    private static final int HEIGHT = 44;
    private static final int GLYPH_HEIGHT = 30;

    private final TrueTypeFont font;

    ChallengePicture(Fonts fonts) {
        this.font = fonts.regular();
    }

    /** A PNG {@code data:} URL. */
    String of(String digits) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setColor(new Color(0xf4f6f9));
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            int step = WIDTH / (digits.length() + 1);
            for (int i = 0; i < digits.length(); i++) {
                drawGlyph(canvas, digits.charAt(i), step / 2 + i * step + random(-3, 4));
            }
            for (int i = 0; i < 3; i++) {
                drawCurve(canvas);
            }
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private void drawGlyph(Graphics2D canvas, char digit, int x) {
        try {
            GeneralPath outline = font.getPath(
                    font.nameToGID("uni%04X".formatted((int) digit)) == 0
                            ? glyphName(digit)
                            : "uni%04X".formatted((int) digit));
            double scale = (double) GLYPH_HEIGHT / font.getUnitsPerEm() * 1.2;
            AffineTransform place = new AffineTransform();
            place.translate(x, HEIGHT - 11 + random(-3, 4));
            place.rotate(Math.toRadians(random(-18, 19)));
            place.scale(scale, -scale);
            canvas.setColor(new Color(random(20, 70), random(50, 100), random(100, 180)));
            canvas.fill(place.createTransformedShape(outline));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String glyphName(char digit) {
        return switch (digit) {
            case '2' -> "two";
            case '3' -> "three";
            case '4' -> "four";
            case '5' -> "five";
            case '6' -> "six";
            case '7' -> "seven";
            case '8' -> "eight";
            case '9' -> "nine";
            default -> throw new IllegalArgumentException("Not a digit of a challenge: " + digit);
        };
    }

    private static void drawCurve(Graphics2D canvas) {
        canvas.setStroke(new BasicStroke(1.3f));
        canvas.setColor(new Color(random(90, 170), random(110, 170), random(140, 200)));
        canvas.draw(new CubicCurve2D.Double(
                0,
                random(0, HEIGHT),
                WIDTH / 3.0,
                random(0, HEIGHT),
                WIDTH * 2 / 3.0,
                random(0, HEIGHT),
                WIDTH,
                random(0, HEIGHT)));
    }

    private static int random(int from, int below) {
        return ThreadLocalRandom.current().nextInt(from, below);
    }
}
