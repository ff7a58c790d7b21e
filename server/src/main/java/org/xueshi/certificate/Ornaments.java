package org.xueshi.certificate;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** The lines that make a sheet look like a certificate. */
final class Ornaments {

    private static final Color BRONZE = new Color(0xa8894f);
    private static final Color PALE = new Color(0xf3ecdc);
    private static final Color LINE = new Color(0xd9cdb4);
    private static final Color GROUND = new Color(0xfaf6ec);

    private static final float MIDDLE = Sheet.WIDTH / 2;

    private final PDPageContentStream content;

    Ornaments(PDPageContentStream content) {
        this.content = content;
    }

    /** A wreath of ellipses, pale as the watermark of a bank note. */
    void drawRosette() throws IOException {
        content.setStrokingColor(PALE);
        content.setLineWidth(0.5f);
        int ellipses = 20;
        for (int i = 0; i < ellipses; i++) {
            content.saveGraphicsState();
            content.transform(Matrix.getRotateInstance(Math.PI * i / ellipses, MIDDLE, 292));
            drawEllipse(150, 52);
            content.restoreGraphicsState();
        }
    }

    private void drawEllipse(float a, float b) throws IOException {
        // How far the control points of a quarter of a circle are from its ends.
        float k = 0.5523f;
        content.moveTo(a, 0);
        content.curveTo(a, k * b, k * a, b, 0, b);
        content.curveTo(-k * a, b, -a, k * b, -a, 0);
        content.curveTo(-a, -k * b, -k * a, -b, 0, -b);
        content.curveTo(k * a, -b, a, -k * b, a, 0);
        content.stroke();
    }

    /** A heavy and a fine line; the fine one steps back at the corners, where a small square fills the place. */
    void drawFrame() throws IOException {
        content.setStrokingColor(BRONZE);
        content.setLineWidth(2.2f);
        content.addRect(24, 24, Sheet.WIDTH - 48, Sheet.HEIGHT - 48);
        content.stroke();

        content.setLineWidth(0.7f);
        float near = 31;
        float step = 20;
        float far = near + step;
        // Counted from the other side of the sheet.
        float farX = Sheet.WIDTH - far;
        float nearX = Sheet.WIDTH - near;
        float farY = Sheet.HEIGHT - far;
        float nearY = Sheet.HEIGHT - near;
        float[] steps = {
            far, near, farX, near, farX, far, nearX, far, nearX, farY, farX, farY,
            farX, nearY, far, nearY, far, farY, near, farY, near, far, far, far
        };
        addPolygon(steps);
        for (float x : new float[] {near, farX + 5}) {
            for (float y : new float[] {near, farY + 5}) {
                content.addRect(x, y, step - 5, step - 5);
                content.addRect(x + 4, y + 4, step - 13, step - 13);
            }
        }
        content.stroke();
    }

    /** A line with a diamond in its middle. */
    void drawDivider(float y) throws IOException {
        content.setStrokingColor(BRONZE);
        content.setNonStrokingColor(BRONZE);
        content.setLineWidth(0.7f);
        addLine(MIDDLE - 120, y, MIDDLE - 9, y);
        addLine(MIDDLE + 9, y, MIDDLE + 120, y);
        content.stroke();
        addPolygon(MIDDLE - 4, y, MIDDLE, y + 4, MIDDLE + 4, y, MIDDLE, y - 4);
        content.fill();
    }

    /** The upright bar before something important. */
    void drawBar(float x, float y, float height) throws IOException {
        content.setNonStrokingColor(BRONZE);
        content.addRect(x, y, 2, height);
        content.fill();
    }

    /**
     * A table with two pairs of columns.
     *
     * @param cells how many pairs of cells are filled
     * @param label how wide the first column of a pair is
     */
    void drawTable(int cells, float left, float right, float top, float height, float label) throws IOException {
        float half = (right - left) / 2;
        content.setNonStrokingColor(GROUND);
        for (int i = 0; i < cells; i++) {
            content.addRect(left + i % 2 * half, top - (i / 2 + 1) * height, label, height);
        }
        content.fill();
        content.setStrokingColor(LINE);
        content.setLineWidth(0.6f);
        int rows = (cells + 1) / 2;
        for (int row = 0; row <= rows; row++) {
            addLine(left, top - row * height, right, top - row * height);
        }
        for (float x : new float[] {left, right}) {
            addLine(x, top, x, top - rows * height);
        }
        // A last cell that stands alone is as wide as the table.
        addLine(left + half, top, left + half, top - cells / 2 * height);
        content.stroke();
    }

    private void addLine(float fromX, float fromY, float toX, float toY) throws IOException {
        content.moveTo(fromX, fromY);
        content.lineTo(toX, toY);
    }

    /** @param corners x and y by turns */
    private void addPolygon(float... corners) throws IOException {
        content.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            content.lineTo(corners[i], corners[i + 1]);
        }
        content.closePath();
    }
}
