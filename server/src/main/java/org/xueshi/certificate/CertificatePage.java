package org.xueshi.certificate;

import java.awt.Color;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.xueshi.certificate.Lettering.Align;
import org.xueshi.certificate.Lettering.Box;
import org.xueshi.certificate.Lettering.Style;

/** What stands where on a certificate: title, number, holder, facts, a QR, and room for a seal over issuer and date. */
final class CertificatePage {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final String DRAFT = "试行规则签发　仅供演示";

    private static final Color BLACK = new Color(0x1f2328);
    private static final Color GREY = new Color(0x5f6670);
    private static final Color RED = new Color(0x9c1f1a);

    private static final float LEFT = 84;
    private static final float RIGHT = Sheet.WIDTH - LEFT;
    private static final float BREADTH = RIGHT - LEFT;

    private static final float BODY_TOP = 420;
    private static final float BODY_BOTTOM = 184;
    private static final float HOLDER_HEIGHT = 56;
    private static final float SENTENCE_HEIGHT = 24;
    private static final float HIGHEST_ROW = 28;
    private static final float SMALLEST_GAP = 10;

    private final Sheet sheet;
    private final Ornaments ornaments;
    private final Certificate certificate;
    private final CertificateSettings settings;

    CertificatePage(Sheet sheet, Certificate certificate, CertificateSettings settings) {
        this.sheet = sheet;
        this.ornaments = new Ornaments(sheet.content());
        this.certificate = certificate;
        this.settings = settings;
    }

    void draw() throws IOException {
        sheet.ornament(() -> {
            ornaments.drawRosette();
            ornaments.drawFrame();
            ornaments.drawDivider(452);
        });
        drawHead();
        drawBody();
        drawPurpose();
        drawVerification();
        drawIssuer();
        if (certificate.draft()) {
            // Over everything, and lets it shine through; the QR stays free.
            sheet.across(DRAFT, new Style(true, 46, RED, 4), 0.13f, 296, 18);
        }
    }

    private void drawHead() throws IOException {
        Box title = new Box(LEFT, 462, BREADTH, 66);
        sheet.text("H1", certificate.title(), new Style(true, 32, RED, 3), title, Align.CENTER);
        Box number = new Box(LEFT, 425, BREADTH, 18);
        sheet.text("P", "证书编号：" + certificate.number(), new Style(false, 11, GREY, 0.4f), number, Align.CENTER);
        if (certificate.draft()) {
            Box note = new Box(LEFT, 409, BREADTH, 16);
            sheet.text("P", DRAFT, new Style(true, 10.5f, RED, 0.6f), note, Align.CENTER);
        }
    }

    /** Holder, sentence and facts share the height between head and purpose: few facts leave room, many take it. */
    private void drawBody() throws IOException {
        float top = certificate.draft() ? BODY_TOP - 15 : BODY_TOP;
        float free = top - BODY_BOTTOM - HOLDER_HEIGHT - SENTENCE_HEIGHT;
        int rows = (certificate.facts().size() + 1) / 2;
        float row = rows == 0 ? 0 : Math.min(HIGHEST_ROW, (free - 4 * SMALLEST_GAP) / rows);
        float gap = (free - rows * row) / 4;

        float y = top - gap - HOLDER_HEIGHT;
        drawHolder(y);
        y -= gap + SENTENCE_HEIGHT;
        String sentence = "经审核认定，持证人已达到 %d 年度继续教育学时要求，特发此证。".formatted(certificate.year());
        Box box = new Box(LEFT, y, BREADTH, SENTENCE_HEIGHT);
        sheet.text("P", sentence, new Style(false, 16, BLACK, 0.5f), box, Align.LEFT);
        drawFacts(certificate.facts(), y - gap, row);
    }

    private void drawHolder(float y) throws IOException {
        float holder = 318;
        float document = 232;
        drawColumn("持证人", certificate.holder(), LEFT, y, holder);
        drawColumn("证件号码", certificate.maskedDocument(), LEFT + holder, y, document);
        drawColumn("年度", certificate.year() + " 年", LEFT + holder + document, y, BREADTH - holder - document);
    }

    private void drawColumn(String label, String value, float x, float y, float width) throws IOException {
        sheet.ornament(() -> ornaments.drawBar(x, y, HOLDER_HEIGHT));
        float padding = 12;
        float labelHeight = 16;
        float valueHeight = HOLDER_HEIGHT - labelHeight;
        Box above = new Box(x + padding, y + valueHeight, width - 2 * padding, labelHeight);
        Box below = new Box(x + padding, y, width - 2 * padding, valueHeight);
        sheet.text("P", label, new Style(false, 10, GREY), above, Align.LEFT);
        sheet.text("P", value, new Style(true, 20, BLACK), below, Align.LEFT);
    }

    /** Two facts to a row; a last one alone has the whole row. */
    private void drawFacts(List<CertificateFact> facts, float top, float height) throws IOException {
        if (facts.isEmpty()) {
            return;
        }
        float half = BREADTH / 2;
        float label = 112;
        float padding = 12;
        sheet.ornament(() -> ornaments.drawTable(facts.size(), LEFT, RIGHT, top, height, label));
        PDStructureElement table = sheet.part("Table", sheet.root());
        for (int i = 0; i < facts.size(); i++) {
            float x = LEFT + i % 2 * half + padding;
            float y = top - (i / 2 + 1) * height;
            Box left = new Box(x, y, label - 2 * padding, height);
            boolean alone = i % 2 == 0 && i == facts.size() - 1;
            Box right = new Box(x + label, y, (alone ? BREADTH : half) - label - 2 * padding, height);
            PDStructureElement row = sheet.part("TR", table);
            sheet.text("TH", row, facts.get(i).label(), new Style(false, 11, GREY), left, Align.LEFT);
            sheet.text("TD", row, facts.get(i).value(), new Style(false, 12, BLACK), right, Align.LEFT);
        }
    }

    private void drawPurpose() throws IOException {
        if (!certificate.purpose().isBlank()) {
            Box box = new Box(LEFT, 160, BREADTH, 22);
            sheet.text("P", "用途：" + certificate.purpose(), new Style(false, 9.5f, GREY), box, Align.LEFT);
        }
    }

    private void drawVerification() throws IOException {
        float side = 88;
        float y = 62;
        String address = settings.verificationAddress(certificate);
        sheet.qr(address, "查验二维码：" + address, new Box(LEFT, y, side, side));

        float x = LEFT + side + 16;
        float width = 290;
        Style small = new Style(false, 9.5f, GREY);
        Box heading = new Box(x, y + 68, width, 18);
        sheet.text("P", "扫码查验", new Style(true, 12, BLACK, 1), heading, Align.LEFT);
        Box number = new Box(x, y + 47, width, 16);
        sheet.text("P", "证书编号：" + certificate.number(), small, number, Align.LEFT);
        Box site = new Box(x, y + 30, width, 16);
        sheet.text("P", "查验网址：" + settings.verificationAddress(), small, site, Align.LEFT);
        Box note = new Box(x, y + 2, width, 14);
        sheet.text("P", "本证书附有数字签名，是否有效以查验结果为准。", new Style(false, 8.5f, GREY), note, Align.LEFT);
    }

    private void drawIssuer() throws IOException {
        float width = 268;
        Box issuer = new Box(RIGHT - width, 104, width, 44);
        sheet.text("P", certificate.issuer(), new Style(true, 15, BLACK, 0.5f), issuer, Align.CENTER);
        String day = DATE.format(certificate.issuedAt().atZone(CHINA));
        Box date = new Box(RIGHT - width, 80, width, 22);
        sheet.text("P", day, new Style(false, 13, BLACK, 0.5f), date, Align.CENTER);
    }
}
