package org.xueshi.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.xueshi.vault.KeyPurpose;
import org.xueshi.vault.Vault;

/** Signs with an RSA key of the platform's own, as PAdES baseline B-B wants it. */
@Component
@EnableConfigurationProperties(CertificateSettings.class)
class KeystoreSigner implements DocumentSigner {

    private static final String ALGORITHM = "SHA256withRSA";

    private final SigningKey key;
    private final X509CertificateHolder certificate;
    private final CMSAttributeTableGenerator attributes;

    @Autowired
    KeystoreSigner(CertificateSettings settings, Vault vault, Clock clock)
            throws IOException, GeneralSecurityException {
        this(SigningKey.in(settings.keystore(), password(vault), settings.signerName(), clock.instant()));
    }

    KeystoreSigner(SigningKey key) throws GeneralSecurityException {
        this.key = key;
        this.certificate = new JcaX509CertificateHolder(key.certificate());
        this.attributes = attributes(key);
    }

    /** Whoever has the keystore alone cannot open it: the password follows from the keys in the database. */
    private static char[] password(Vault vault) {
        byte[] secret = vault.mac(KeyPurpose.KEYSTORE, "certificate", "password".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(secret).toCharArray();
    }

    private static CMSAttributeTableGenerator attributes(SigningKey key) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
        Attribute signedWith = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
        CMSAttributeTableGenerator usual =
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(signedWith)));
        // In PAdES the time of signing stands in the document, and must not stand here.
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    @Override
    public byte[] sign(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes)
                            .build(new JcaContentSignerBuilder(ALGORITHM).build(key.key()), key.certificate()));
            generator.addCertificate(certificate);
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("The document could not be signed", e);
        }
    }

    @Override
    public String certificatePem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
