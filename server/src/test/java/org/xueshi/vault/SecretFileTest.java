package org.xueshi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that lie in files. */
class SecretFileTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsMadeOnceFrom256RandomBits() throws Exception {
        SecretFile made = SecretFile.createdOnce(folder.resolve("secrets/one"));
        assertThat(made.bytes()).hasSize(32);
        assertThat(SecretFile.createdOnce(folder.resolve("secrets/one")).text()).isEqualTo(made.text());
        assertThat(SecretFile.createdOnce(folder.resolve("secrets/other")).text())
                .isNotEqualTo(made.text());
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        SecretFile made = SecretFile.createdOnce(folder.resolve("secrets/one"));
        made.write("another");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(made.path().getParent())))
                .isEqualTo("rwx------");
        assertThat(made.toString()).doesNotContain("another");
    }

    @Test
    void itIsReplacedAsAWholeAndLeavesNothingBeside() throws Exception {
        SecretFile made = SecretFile.createdOnce(folder.resolve("secrets/one"));
        made.write("x".repeat(5000));
        made.write("short");
        assertThat(made.text()).isEqualTo("short");
        try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).containsExactly(made.path());
        }
    }

    @Test
    void startsAtTheSameTimeAgreeOnOneSecret() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path path = folder.resolve("shared/secret-" + round);
            Files.createDirectories(path.getParent());
            CyclicBarrier together = new CyclicBarrier(8);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> read = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    read.add(threads.submit(() -> {
                        together.await();
                        return SecretFile.createdOnce(path).text();
                    }));
                }
                for (Future<String> each : read) {
                    assertThat(each.get()).isEqualTo(Files.readString(path));
                }
            }
        }
    }
}
