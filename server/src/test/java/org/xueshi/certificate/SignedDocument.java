package org.xueshi.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A signed PDF as somebody sees it who has nothing but its bytes. */
record SignedDocument(byte[] bytes, byte[] signature, int[] range) {

    static SignedDocument read(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDSignature signature = document.getLastSignatureDictionary();
            return new SignedDocument(bytes, signature.getContents(bytes), signature.getByteRange());
        }
    }

    /** Whether the signature, made by this certificate, is one over these bytes. */
    boolean isSignatureOf(byte[] changed, X509Certificate certificate) throws IOException {
        return verifies(signature, signed(changed), certificate);
    }

    static boolean verifies(byte[] signature, byte[] content, X509Certificate certificate) throws IOException {
        // In a document, what a signature does not need of its room is zeros.
        try (ASN1InputStream in = new ASN1InputStream(signature)) {
            CMSSignedData data =
                    new CMSSignedData(new CMSProcessableByteArray(content), ContentInfo.getInstance(in.readObject()));
            SignerInformation signer = data.getSignerInfos().iterator().next();
            X509CertificateHolder told = (X509CertificateHolder) data.getCertificates()
                    .getMatches(signer.getSID())
                    .iterator()
                    .next();
            return told.equals(new JcaX509CertificateHolder(certificate))
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(told));
        } catch (CMSException e) {
            return false;
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] signed(byte[] changed) throws IOException {
        byte[] content = new byte[range[1] + range[3]];
        try (ByteArrayInputStream in = new ByteArrayInputStream(changed)) {
            in.skipNBytes(range[0]);
            in.readNBytes(content, 0, range[1]);
            in.skipNBytes(range[2] - range[1]);
            in.readNBytes(content, range[1], range[3]);
        }
        return content;
    }
}
