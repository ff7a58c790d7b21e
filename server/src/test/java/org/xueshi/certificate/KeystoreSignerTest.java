package org.xueshi.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreSignerTest {

    private static final byte[] CONTENT = "本证书".getBytes(StandardCharsets.UTF_8);

    private static SigningKey key;
    private static KeystoreSigner signer;

    @BeforeAll
    static void makeAKey(@TempDir Path folder) throws Exception {
        key = SigningKey.in(folder.resolve("certificate.p12"), "password".toCharArray(), "学时平台", Instant.now());
        signer = new KeystoreSigner(key);
    }

    @Test
    void aSignatureHoldsForItsContentAlone() throws IOException {
        byte[] signature = sign();
        assertThat(SignedDocument.verifies(signature, CONTENT, key.certificate()))
                .isTrue();
        byte[] changed = CONTENT.clone();
        changed[3] ^= 1;
        assertThat(SignedDocument.verifies(signature, changed, key.certificate()))
                .isFalse();
    }

    @Test
    void theContentIsNotInTheSignature() throws Exception {
        assertThat(new CMSSignedData(sign()).isDetachedSignature()).isTrue();
    }

    /** PAdES baseline B-B, ETSI EN 319 142-1, table 1. */
    @Test
    void theSignedAttributesAreThoseOfTheBaseline() throws Exception {
        SignerInformation told =
                new CMSSignedData(sign()).getSignerInfos().iterator().next();
        assertThat(told.getDigestAlgorithmID().getAlgorithm()).isEqualTo(NISTObjectIdentifiers.id_sha256);
        AttributeTable attributes = told.getSignedAttributes();
        assertThat(attributes.get(CMSAttributes.contentType)).isNotNull();
        assertThat(attributes.get(CMSAttributes.messageDigest)).isNotNull();
        assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
        SigningCertificateV2 signedWith = SigningCertificateV2.getInstance(attributes
                .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .getAttrValues()
                .getObjectAt(0));
        assertThat(signedWith.getCerts()[0].getCertHashObject().getOctets())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(key.certificate().getEncoded()));
    }

    @Test
    void theCertificateIsToldInPem() throws Exception {
        Certificate told = CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(signer.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(told).isEqualTo(key.certificate());
    }

    private static byte[] sign() throws IOException {
        return signer.sign(new ByteArrayInputStream(CONTENT));
    }
}
