package org.xueshi.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.xueshi.certificate.Lettering.Align;
import org.xueshi.certificate.Lettering.Box;
import org.xueshi.certificate.Lettering.Style;
import org.xueshi.platform.Fonts;

/** A PDF of one landscape A4 page whose text is tagged for screen readers. Points, from the lower left corner. */
final class Sheet implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getHeight();
    static final float HEIGHT = PDRectangle.A4.getWidth();

    /** Draws what belongs together. */
    interface Drawing {
        void draw() throws IOException;
    }

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement root = new PDStructureElement("Document", tree);
    private final COSArray tagged = new COSArray();
    private final PDPageContentStream content;
    private final Lettering lettering;

    Sheet(Fonts fonts, String title, String author, String subject) throws IOException {
        document.addPage(page);
        describe(title, author, subject);
        content = new PDPageContentStream(document, page);
        lettering = new Lettering(fonts, document, content);
    }

    private void describe(String title, String author, String subject) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setSubject(subject);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDMarkInfo mark = new PDMarkInfo();
        mark.setMarked(true);
        catalog.setMarkInfo(mark);
        catalog.setStructureTreeRoot(tree);
        tree.appendKid(root);
    }

    /** The page's own operators, for lines and areas. */
    PDPageContentStream content() {
        return content;
    }

    PDStructureElement root() {
        return root;
    }

    /** A part that holds other parts: a table, a row. */
    PDStructureElement part(String type, PDStructureElement parent) {
        PDStructureElement part = new PDStructureElement(type, parent);
        part.setPage(page);
        parent.appendKid(part);
        return part;
    }

    /** Writes a text into a box; smaller than wished where it is too long. */
    void text(String type, String text, Style wished, Box box, Align align) throws IOException {
        text(type, root, text, wished, box, align);
    }

    void text(String type, PDStructureElement parent, String text, Style wished, Box box, Align align)
            throws IOException {
        tag(type, parent, () -> lettering.write(text, wished, box, align));
    }

    /** Draws what is no part of the text: frames, grounds. */
    void ornament(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        content.endMarkedContent();
    }

    /**
     * Writes one pale line askew over the middle of the page.
     *
     * @param alpha how dense, from 0 to 1
     */
    void across(String text, Style style, float alpha, float y, double degrees) throws IOException {
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(alpha);
        ornament(() -> {
            content.saveGraphicsState();
            content.setGraphicsStateParameters(pale);
            lettering.writeAskew(text, style, WIDTH / 2, y, degrees);
            content.restoreGraphicsState();
        });
    }

    /**
     * Draws a QR, of rectangles: sharp at every size.
     *
     * @param told what it is, for those who do not see it
     */
    void qr(String text, String told, Box box) throws IOException {
        ByteMatrix modules = modules(text);
        tag("Figure", root, () -> {
                    content.setNonStrokingColor(Color.BLACK);
                    addDarkRuns(modules, box);
                    content.fill();
                })
                .setAlternateDescription(told);
    }

    private static ByteMatrix modules(String text) throws IOException {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IOException(e);
        }
    }

    private void addDarkRuns(ByteMatrix modules, Box box) throws IOException {
        float module = box.width() / modules.getWidth();
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
    }

    private PDStructureElement tag(String type, PDStructureElement parent, Drawing drawing) throws IOException {
        PDStructureElement part = part(type, parent);
        int id = tagged.size();
        content.beginMarkedContent(COSName.getPDFName(type), id);
        drawing.draw();
        content.endMarkedContent();
        part.appendKid(id);
        tagged.add(part);
        return part;
    }

    /** The finished document, signed. Nothing can be drawn afterwards. */
    byte[] toPdf(PDSignature signature, SignatureRoom room, DocumentSigner signer) throws IOException {
        content.close();
        page.setStructParents(0);
        PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
        parents.setNumbers(Map.of(0, new PDParentTreeValue(tagged)));
        tree.setParentTree(parents);
        tree.setParentTreeNextKey(1);
        room.keepIn(document, signature);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.save(written, CompressParameters.NO_COMPRESSION);
        byte[] pdf = written.toByteArray();
        room.fill(pdf, signer);
        return pdf;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
