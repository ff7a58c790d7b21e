package org.xueshi.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.NullMarked;
import org.xueshi.platform.Fonts;
import org.xueshi.platform.Fonts.Weight;

/**
 * A certificate's page drawn by PDFBox alone: the same words in the same fonts at known places, the same lines, the same QR. Nothing
 * is measured, wrapped or tagged for screen readers, and nothing is signed.
 */
@NullMarked
final class BarePage {

    /** @param x of the first letter */
    private record Word(boolean bold, float size, Color color, float x, float y, String text) {}

    private static final Color BLACK = new Color(0x1f2328);
    private static final Color GREY = new Color(0x5f6670);
    private static final Color RED = new Color(0x9c1f1a);

    private final Fonts fonts;
    private final List<Word> words = new ArrayList<>();
    private final ByteMatrix qr;

    BarePage(Fonts fonts, Certificate certificate, CertificateSettings settings) {
        this.fonts = fonts;
        try {
            this.qr = Encoder.encode(settings.verificationAddress(certificate), ErrorCorrectionLevel.M)
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
        write(true, 32, RED, 180, 485, certificate.title());
        write(false, 11, GREY, 340, 430, "证书编号：" + certificate.number());
        write(false, 10, GREY, 96, 390, "持证人");
        write(true, 20, BLACK, 96, 360, certificate.holder());
        write(false, 10, GREY, 414, 390, "证件号码");
        write(true, 20, BLACK, 414, 360, certificate.maskedDocument());
        write(false, 10, GREY, 646, 390, "年度");
        write(true, 20, BLACK, 646, 360, certificate.year() + " 年");
        write(false, 16, BLACK, 84, 318, "经审核认定，持证人已达到 %d 年度继续教育学时要求，特发此证。".formatted(certificate.year()));
        for (int i = 0; i < certificate.facts().size(); i++) {
            float x = 96 + i % 2 * 337;
            float y = 275 - i / 2 * 28;
            write(false, 11, GREY, x, y, certificate.facts().get(i).label());
            write(false, 12, BLACK, x + 112, y, certificate.facts().get(i).value());
        }
        write(false, 9.5f, GREY, 84, 168, "用途：" + certificate.purpose());
        write(true, 12, BLACK, 188, 135, "扫码查验");
        write(false, 9.5f, GREY, 188, 114, "证书编号：" + certificate.number());
        write(false, 9.5f, GREY, 188, 97, "查验网址：" + settings.verificationAddress());
        write(false, 8.5f, GREY, 188, 68, "本证书附有数字签名，是否有效以查验结果为准。");
        write(true, 15, BLACK, 500, 122, certificate.issuer());
        write(false, 13, BLACK, 580, 88, "2026年11月20日");
    }

    private void write(boolean bold, float size, Color color, float x, float y, String text) {
        words.add(new Word(bold, size, color, x, y, text));
    }

    byte[] draw() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT));
            document.addPage(page);
            PDFont regular = PDType0Font.load(document, fonts.regular(), true);
            PDFont bold =
                    PDType0Font.load(document, fonts.having('证', Weight.BOLD).orElseThrow(), true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawLines(content);
                drawQr(content);
                for (Word word : words) {
                    content.beginText();
                    content.setNonStrokingColor(word.color());
                    content.setFont(word.bold() ? bold : regular, word.size());
                    content.newLineAtOffset(word.x(), word.y());
                    content.showText(word.text());
                    content.endText();
                }
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static void drawLines(PDPageContentStream content) throws IOException {
        Ornaments ornaments = new Ornaments(content);
        ornaments.drawRosette();
        ornaments.drawFrame();
        ornaments.drawDivider(452);
        ornaments.drawBar(84, 350, 56);
        ornaments.drawBar(402, 350, 56);
        ornaments.drawBar(634, 350, 56);
        ornaments.drawTable(5, 84, Sheet.WIDTH - 84, 290, 28, 112);
    }

    private void drawQr(PDPageContentStream content) throws IOException {
        float module = 88f / qr.getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < qr.getHeight(); row++) {
            float y = 150 - (row + 1) * module;
            for (int from = 0; from < qr.getWidth(); from++) {
                int to = from;
                while (to < qr.getWidth() && qr.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    content.addRect(84 + from * module, y, (to - from) * module, module);
                    from = to;
                }
            }
        }
        content.fill();
    }
}
