package org.xueshi.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that signs documents and the certificate that goes with it, kept in one PKCS#12 file. */
record SigningKey(PrivateKey key, X509Certificate certificate) {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);

    private static final String ALIAS = "certificate";
    private static final int BITS = 3072;
    private static final int YEARS = 10;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /**
     * The key in a keystore; the keystore is made when there is none.
     *
     * @throws IllegalStateException when there is one that does not open with this password
     */
    static SigningKey in(Path keystore, char[] password, String signerName, Instant now)
            throws IOException, GeneralSecurityException {
        Path file = keystore.toAbsolutePath();
        if (!Files.exists(file)) {
            write(make(signerName, now), file, password);
        }
        // Read back even when just made: another node may have been faster, and all must sign with the same key.
        return read(file, password);
    }

    private static SigningKey read(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new IllegalStateException(
                            ("The signing keystore %s does not open with the keys of this database: it belongs to another"
                                            + " installation. Put the right file back, or move this one away to sign with"
                                            + " a new key from now on.")
                                    .formatted(file),
                            e)
                    : new IllegalStateException("The signing keystore %s is damaged".formatted(file), e);
        }
        if (store.getKey(ALIAS, password) instanceof PrivateKey key
                && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return new SigningKey(key, certificate);
        }
        throw new IllegalStateException("The signing keystore %s holds no key named %s".formatted(file, ALIAS));
    }

    private static SigningKey make(String signerName, Instant now) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.CN, signerName)
                .addRDN(BCStyle.C, "CN")
                .build();
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        try {
            X509CertificateHolder signed = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, new SecureRandom()),
                            // The clocks of those who verify differ a little.
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.atOffset(ZoneOffset.UTC)
                                    .plusYears(YEARS)
                                    .toInstant()),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(pair.getPublic()))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new SigningKey(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(signed));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Writes the keystore unless another node was faster; whoever reads it sees the whole of it or nothing. */
    private static void write(SigningKey made, Path file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, made.key(), password, new Certificate[] {made.certificate()});
        Files.createDirectories(file.getParent(), OWNER_ONLY_FOLDER);
        Path half = Files.createTempFile(file.getParent(), ".writing", "", OWNER_ONLY);
        try {
            try (OutputStream out = Files.newOutputStream(half)) {
                store.store(out, password);
            }
            // Unlike a renamed file, a link never takes the place of another node's.
            Files.createLink(file, half);
            LOG.info("A key to sign certificates with was made: {}", file);
        } catch (FileAlreadyExistsException e) {
            LOG.info("Another node made the key to sign certificates with: {}", file);
        } finally {
            Files.delete(half);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
