package org.xueshi.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A random secret in a file that only its owner can read. */
public record SecretFile(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** The secret at {@code path}, made from 256 random bits when there is none. */
    public static SecretFile createdOnce(Path path) throws IOException {
        SecretFile secret = new SecretFile(path.toAbsolutePath());
        if (!Files.exists(path)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            secret.writeFirst(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return secret;
    }

    /** Of several that start at the same time on one folder, the first one's secret counts. */
    private void writeFirst(String text) throws IOException {
        Path half = half(text);
        try {
            Files.createLink(path, half);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return;
        } finally {
            Files.delete(half);
        }
        forceFolder();
    }

    /**
     * Replaces the content as a whole: a reader sees the old or the new text, never a half. Returns once it is on disk: what is
     * encrypted with a key that a power failure took away is lost.
     */
    public void write(String text) throws IOException {
        Files.move(half(text), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private Path half(String text) throws IOException {
        Files.createDirectories(path.getParent(), OWNER_ONLY_FOLDER);
        Path half = Files.createTempFile(path.getParent(), ".writing", "", OWNER_ONLY);
        return Files.writeString(half, text, StandardOpenOption.SYNC);
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path.getParent())) {
            folder.force(true);
        }
    }

    public String text() {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(text().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SecretFile[" + path + "]";
    }
}
