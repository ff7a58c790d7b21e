package org.xueshi.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private Path keystore;

    @BeforeEach
    void chooseAFolderThatIsNotThereYet(@TempDir Path folder) {
        keystore = folder.resolve("secrets/certificate.p12");
    }

    @Test
    void theFirstStartMakesACertificateForTenYears() throws Exception {
        X509Certificate certificate = open("one").certificate();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("C=CN,CN=学时平台");
        assertThat(certificate.getNotBefore()).isBefore(NOW);
        assertThat(certificate.getNotAfter()).isEqualTo(Instant.parse("2036-11-22T03:00:00Z"));
        assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
                .isEqualTo(3072);
        assertThat(certificate.getBasicConstraints()).as("not an authority").isEqualTo(-1);
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void theSecondStartFindsTheSameKey() throws Exception {
        SigningKey first = open("one");
        SigningKey second =
                SigningKey.in(keystore, "one".toCharArray(), "another name", NOW.plus(Duration.ofDays(400)));
        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.key()).isEqualTo(first.key());
    }

    @Test
    void onlyTheOwnerCanReadTheKeystoreAndNothingElseIsLeft() throws Exception {
        open("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore.getParent())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keystore.getParent())) {
            assertThat(files).containsExactly(keystore);
        }
    }

    @Test
    void aKeystoreOfAnotherInstallationIsRefusedAndKept() throws Exception {
        open("one");
        byte[] before = Files.readAllBytes(keystore);
        assertThatThrownBy(() -> open("two"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(keystore.toString())
                .hasMessageContaining("belongs to another installation");
        assertThat(keystore).hasBinaryContent(before);
    }

    @Test
    void aDamagedKeystoreIsRefusedAndKept() throws Exception {
        Files.createDirectories(keystore.getParent());
        Files.writeString(keystore, "no keystore");
        assertThatThrownBy(() -> open("one"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged");
        assertThat(keystore).hasContent("no keystore");
    }

    @Test
    void nodesThatStartTogetherAgreeOnOneKey() throws Exception {
        List<X509Certificate> certificates = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            Callable<SigningKey> start = () -> open("one");
            for (Future<SigningKey> node : nodes.invokeAll(List.of(start, start, start))) {
                certificates.add(node.get().certificate());
            }
        }
        assertThat(certificates).hasSize(3).allMatch(certificates.getFirst()::equals);
    }

    private SigningKey open(String password) throws Exception {
        return SigningKey.in(keystore, password.toCharArray(), "学时平台", NOW);
    }
}
