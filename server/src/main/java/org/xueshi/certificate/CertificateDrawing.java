package org.xueshi.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
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
    private final SignatureRoom room;

    CertificateDrawing(Fonts fonts, DocumentSigner signer, CertificateSettings settings, Clock clock)
            throws IOException {
        this.fonts = fonts;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.room = new SignatureRoom(signer.sign(new ByteArrayInputStream(new byte[0])).length + SPARE);
    }

    byte[] drawAndSign(Certificate certificate) throws IOException {
        try (Sheet sheet = new Sheet(
                fonts, certificate.title() + " " + certificate.number(), certificate.issuer(), certificate.title())) {
            new CertificatePage(sheet, certificate, settings).draw();
            return sheet.toPdf(signature(), room, signer);
        }
    }

    private PDSignature signature() {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(settings.signerName());
        signature.setReason("签发电子证书");
        signature.setSignDate(now());
        return signature;
    }

    private Calendar now() {
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone(CertificatePage.CHINA), Locale.ROOT);
        now.setTimeInMillis(clock.millis());
        return now;
    }
}
