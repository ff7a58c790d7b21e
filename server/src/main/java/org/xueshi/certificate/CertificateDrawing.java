package org.xueshi.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.springframework.stereotype.Component;
import org.xueshi.platform.Fonts;

/** Draws certificates as PDF and signs them. */
@Component
class CertificateDrawing {

    /** So that a signature that comes out longer than the first one, as other algorithms make them, still finds its room. */
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
            new CertificatePage(sheet, certificate, settings).draw();
            return sheet.toPdf();
        }
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
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone(CertificatePage.CHINA), Locale.ROOT);
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
