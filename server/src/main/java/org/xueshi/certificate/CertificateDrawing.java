package org.xueshi.certificate;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.util.Matrix;
import org.springframework.stereotype.Component;
import org.xueshi.certificate.Sheet.Align;
import org.xueshi.certificate.Sheet.Box;
import org.xueshi.certificate.Sheet.Style;
import org.xueshi.platform.Fonts;

/** Draws certificates and signs them: one landscape page with a frame, the facts, a QR, and room for a seal over issuer and date. */
@Component
class CertificateDrawing {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private static final Color BLACK = new Color(0x1f2328);
    private static final Color GREY = new Color(0x5f6670);
    private static final Color RED = new Color(0x9c1f1a);
    private static final Color BRONZE = new Color(0xa8894f);
    private static final Color LINE = new Color(0xd9cdb4);
    private static final Color GROUND = new Color(0xfaf6ec);
    private static final Color ROSETTE = new Color(0xf3ecdc);

    private static final float LEFT = 84;
    private static final float RIGHT = Sheet.WIDTH - LEFT;
    private static final float BREADTH = RIGHT - LEFT;
    private static final float SMALLEST_GAP = 10;
    private static final String DRAFT = "试行规则签发　仅供演示";

    /** So that a signature of another length, as other algorithms make it, still finds its room. */
    private static final int SPARE = 256;

    private final Fonts fonts;
    private final DocumentSigner signer;
    private final CertificateSettings settings;
    private final Clock clock;
    private final int signatureSize;

    CertificateDrawing(Fonts fonts, DocumentSigner signer, CertificateSettings settings, Clock clock)
            throws IOException {
        this.fonts = fonts;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.signatureSize = signer.sign(new ByteArrayInputStream(new byte[0])).length + SPARE;
    }

    byte[] drawAndSign(Certificate certificate) throws IOException {
        return sign(draw(certificate));
    }

    private byte[] draw(Certificate certificate) throws IOException {
        try (Sheet sheet = new Sheet(
                fonts, certificate.title() + " " + certificate.number(), certificate.issuer(), certificate.title())) {
            sheet.ornament(() -> {
                drawRosette(sheet.content());
                drawFrame(sheet.content());
            });
            drawHead(sheet, certificate);
            drawBody(sheet, certificate);
            drawVerification(sheet, certificate);
            drawIssuer(sheet, certificate);
            if (certificate.draft()) {
                sheet.ornament(() -> drawDraft(sheet));
            }
            return sheet.toPdf();
        }
    }

    /** A wreath of ellipses, pale as the watermark of a bank note. */
    private static void drawRosette(PDPageContentStream content) throws IOException {
        content.setStrokingColor(ROSETTE);
        content.setLineWidth(0.5f);
        int petals = 20;
        for (int i = 0; i < petals; i++) {
            Matrix turned = Matrix.getRotateInstance(Math.PI * i / petals, Sheet.WIDTH / 2, 292);
            content.saveGraphicsState();
            content.transform(turned);
            drawEllipse(content, 150, 52);
            content.restoreGraphicsState();
        }
    }

    private static void drawEllipse(PDPageContentStream content, float a, float b) throws IOException {
        // How far the control points of a quarter of a circle are from its ends.
        float k = 0.5523f;
        content.moveTo(a, 0);
        content.curveTo(a, k * b, k * a, b, 0, b);
        content.curveTo(-k * a, b, -a, k * b, -a, 0);
        content.curveTo(-a, -k * b, -k * a, -b, 0, -b);
        content.curveTo(k * a, -b, a, -k * b, a, 0);
        content.stroke();
    }

    /** Over everything and lets it shine through; the QR stays free. */
    private static void drawDraft(Sheet sheet) throws IOException {
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(0.13f);
        sheet.content().setGraphicsStateParameters(pale);
        sheet.writeAskew(DRAFT, new Style(true, 46, RED, 4), Sheet.WIDTH / 2, 296, 18);
    }

    /** A heavy and a fine line; the fine one steps back at the corners, where a small square fills the place. */
    private static void drawFrame(PDPageContentStream content) throws IOException {
        content.setStrokingColor(BRONZE);
        content.setLineWidth(2.2f);
        content.addRect(24, 24, Sheet.WIDTH - 48, Sheet.HEIGHT - 48);
        content.stroke();

        content.setLineWidth(0.7f);
        float near = 31;
        float step = 20;
        float far = near + step;
        float right = Sheet.WIDTH;
        float top = Sheet.HEIGHT;
        content.moveTo(far, near);
        content.lineTo(right - far, near);
        content.lineTo(right - far, far);
        content.lineTo(right - near, far);
        content.lineTo(right - near, top - far);
        content.lineTo(right - far, top - far);
        content.lineTo(right - far, top - near);
        content.lineTo(far, top - near);
        content.lineTo(far, top - far);
        content.lineTo(near, top - far);
        content.lineTo(near, far);
        content.lineTo(far, far);
        content.closeAndStroke();
        for (float x : new float[] {near, right - far + 5}) {
            for (float y : new float[] {near, top - far + 5}) {
                content.addRect(x, y, step - 5, step - 5);
                content.addRect(x + 4, y + 4, step - 13, step - 13);
            }
        }
        content.stroke();
    }

    private static void drawHead(Sheet sheet, Certificate certificate) throws IOException {
        sheet.tag(
                "H1",
                sheet.root(),
                () -> sheet.write(
                        certificate.title(),
                        new Style(true, 32, RED, 3),
                        new Box(LEFT, 462, BREADTH, 66),
                        Align.CENTER));
        sheet.ornament(() -> drawDivider(sheet.content(), Sheet.WIDTH / 2, 452));
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        "证书编号：" + certificate.number(),
                        new Style(false, 11, GREY, 0.4f),
                        new Box(LEFT, 425, BREADTH, 18),
                        Align.CENTER));
        if (certificate.draft()) {
            sheet.tag(
                    "P",
                    sheet.root(),
                    () -> sheet.write(
                            DRAFT, new Style(true, 10.5f, RED, 0.6f), new Box(LEFT, 409, BREADTH, 16), Align.CENTER));
        }
    }

    private static void drawDivider(PDPageContentStream content, float middle, float y) throws IOException {
        content.setStrokingColor(BRONZE);
        content.setNonStrokingColor(BRONZE);
        content.setLineWidth(0.7f);
        content.moveTo(middle - 120, y);
        content.lineTo(middle - 9, y);
        content.moveTo(middle + 9, y);
        content.lineTo(middle + 120, y);
        content.stroke();
        content.moveTo(middle - 4, y);
        content.lineTo(middle, y + 4);
        content.lineTo(middle + 4, y);
        content.lineTo(middle, y - 4);
        content.fill();
    }

    /** Holder, sentence and facts share the height between head and purpose: few facts leave room, many take it. */
    private static void drawBody(Sheet sheet, Certificate certificate) throws IOException {
        float top = certificate.draft() ? 405 : 420;
        float bottom = 184;
        float holder = 56;
        float sentence = 24;
        int rows = (certificate.facts().size() + 1) / 2;
        float most = top - bottom - holder - sentence - 4 * SMALLEST_GAP;
        float row = rows == 0 ? 0 : Math.min(28, most / rows);
        float gap = (top - bottom - holder - sentence - rows * row) / 4;

        float y = top - gap - holder;
        drawHolder(sheet, certificate, y, holder);
        y -= gap + sentence;
        drawSentence(sheet, certificate, y, sentence);
        y -= gap;
        drawFacts(sheet, certificate.facts(), y, row);
    }

    private static void drawHolder(Sheet sheet, Certificate certificate, float y, float height) throws IOException {
        float holder = 318;
        float document = 232;
        float year = BREADTH - holder - document;
        column(sheet, "持证人", certificate.holder(), new Box(LEFT, y, holder, height));
        column(sheet, "证件号码", certificate.maskedDocument(), new Box(LEFT + holder, y, document, height));
        column(sheet, "年度", certificate.year() + " 年", new Box(LEFT + holder + document, y, year, height));
    }

    private static void column(Sheet sheet, String label, String value, Box box) throws IOException {
        sheet.ornament(() -> {
            PDPageContentStream content = sheet.content();
            content.setNonStrokingColor(BRONZE);
            content.addRect(box.x(), box.y(), 2, box.height());
            content.fill();
        });
        float x = box.x() + 12;
        float width = box.width() - 24;
        float below = box.height() - 16;
        sheet.tag("P", sheet.root(), () -> {
            sheet.write(label, new Style(false, 10, GREY), new Box(x, box.y() + below, width, 16), Align.LEFT);
            sheet.write(value, new Style(true, 20, BLACK), new Box(x, box.y(), width, below), Align.LEFT);
        });
    }

    private static void drawSentence(Sheet sheet, Certificate certificate, float y, float height) throws IOException {
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        "经审核认定，持证人已达到 %d 年度继续教育学时要求，特发此证。".formatted(certificate.year()),
                        new Style(false, 16, BLACK, 0.5f),
                        new Box(LEFT, y, BREADTH, height),
                        Align.LEFT));
    }

    /** Two facts to a row. */
    private static void drawFacts(Sheet sheet, List<CertificateFact> facts, float top, float height)
            throws IOException {
        if (facts.isEmpty()) {
            return;
        }
        float half = BREADTH / 2;
        float label = 112;
        float padding = 12;
        sheet.ornament(() -> drawTable(sheet.content(), facts.size(), top, height, label));
        PDStructureElement table = sheet.part("Table", sheet.root());
        for (int i = 0; i < facts.size(); i++) {
            CertificateFact fact = facts.get(i);
            float x = LEFT + i % 2 * half;
            float y = top - (i / 2 + 1) * height;
            PDStructureElement row = sheet.part("TR", table);
            sheet.tag(
                    "TH",
                    row,
                    () -> sheet.write(
                            fact.label(),
                            new Style(false, 11, GREY),
                            new Box(x + padding, y, label - 2 * padding, height),
                            Align.LEFT));
            sheet.tag(
                    "TD",
                    row,
                    () -> sheet.write(
                            fact.value(),
                            new Style(false, 12, BLACK),
                            new Box(x + label + padding, y, half - label - 2 * padding, height),
                            Align.LEFT));
        }
    }

    private static void drawTable(PDPageContentStream content, int facts, float top, float height, float label)
            throws IOException {
        float half = BREADTH / 2;
        content.setNonStrokingColor(GROUND);
        for (int i = 0; i < facts; i++) {
            content.addRect(LEFT + i % 2 * half, top - (i / 2 + 1) * height, label, height);
        }
        content.fill();
        content.setStrokingColor(LINE);
        content.setLineWidth(0.6f);
        int rows = (facts + 1) / 2;
        for (int row = 0; row <= rows; row++) {
            content.moveTo(LEFT, top - row * height);
            content.lineTo(RIGHT, top - row * height);
        }
        for (float x : new float[] {LEFT, LEFT + half, RIGHT}) {
            content.moveTo(x, top);
            content.lineTo(x, top - rows * height);
        }
        content.stroke();
    }

    private void drawVerification(Sheet sheet, Certificate certificate) throws IOException {
        if (!certificate.purpose().isBlank()) {
            sheet.tag(
                    "P",
                    sheet.root(),
                    () -> sheet.write(
                            "用途：" + certificate.purpose(),
                            new Style(false, 9.5f, GREY),
                            new Box(LEFT, 160, BREADTH, 22),
                            Align.LEFT));
        }
        float side = 88;
        float y = 62;
        String address = settings.verificationAddress(certificate);
        sheet.tag("Figure", sheet.root(), () -> drawQr(sheet.content(), address, new Box(LEFT, y, side, side)))
                .setAlternateDescription("查验二维码：" + address);
        float x = LEFT + side + 16;
        float width = 290;
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write("扫码查验", new Style(true, 12, BLACK, 1), new Box(x, y + 68, width, 18), Align.LEFT));
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        "证书编号：" + certificate.number(),
                        new Style(false, 9.5f, GREY),
                        new Box(x, y + 47, width, 16),
                        Align.LEFT));
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        "查验网址：" + settings.verificationAddress(),
                        new Style(false, 9.5f, GREY),
                        new Box(x, y + 30, width, 16),
                        Align.LEFT));
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        "本证书附有数字签名，是否有效以查验结果为准。",
                        new Style(false, 8.5f, GREY),
                        new Box(x, y + 2, width, 14),
                        Align.LEFT));
    }

    /** Runs of dark modules as rectangles: sharp at every size. */
    private static void drawQr(PDPageContentStream content, String text, Box box) throws IOException {
        ByteMatrix modules = modules(text);
        float module = box.width() / modules.getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            float y = box.y() + box.height() - (row + 1) * module;
            for (int from = 0; from < modules.getWidth(); from++) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    content.addRect(box.x() + from * module, y, (to - from) * module, module);
                    from = to;
                }
            }
        }
        content.fill();
    }

    private static ByteMatrix modules(String text) throws IOException {
        try {
            return Encoder.encode(
                            text,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IOException(e);
        }
    }

    private static void drawIssuer(Sheet sheet, Certificate certificate) throws IOException {
        float width = 268;
        float x = RIGHT - width;
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        certificate.issuer(),
                        new Style(true, 15, BLACK, 0.5f),
                        new Box(x, 104, width, 44),
                        Align.CENTER));
        sheet.tag(
                "P",
                sheet.root(),
                () -> sheet.write(
                        DATE.format(certificate.issuedAt().atZone(CHINA)),
                        new Style(false, 13, BLACK, 0.5f),
                        new Box(x, 80, width, 22),
                        Align.CENTER));
    }

    private byte[] sign(byte[] drawn) throws IOException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(drawn.length + 3 * signatureSize);
        try (PDDocument document = Loader.loadPDF(drawn);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(settings.signerName());
            signature.setReason("签发电子证书");
            signature.setSignDate(now());
            options.setPreferredSignatureSize(signatureSize);
            document.addSignature(signature, options);
            forbidChanges(document, signature);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(signed);
            signing.setSignature(signer.sign(signing.getContent()));
        }
        return signed.toByteArray();
    }

    private Calendar now() {
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone(CHINA), Locale.ROOT);
        now.setTimeInMillis(clock.millis());
        return now;
    }

    /** Certifies the document: whoever adds a page or a note breaks it, another signature (a seal) may be added. */
    private static void forbidChanges(PDDocument document, PDSignature signature) {
        COSDictionary parameters = new COSDictionary();
        parameters.setName(COSName.TYPE, "TransformParams");
        parameters.setName(COSName.V, "1.2");
        parameters.setInt(COSName.P, 2);
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "SigRef");
        reference.setName("TransformMethod", "DocMDP");
        reference.setItem("TransformParams", parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem("DocMDP", signature);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
    }
}
