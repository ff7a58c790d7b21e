package org.xueshi.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            secret.write(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return secret;
    }

    /** Replaces the content as a whole: a reader sees the old or the new text, never a half. */
    public void write(String text) throws IOException {
        Files.createDirectories(path.getParent(), OWNER_ONLY_FOLDER);
        Path half = Files.createTempFile(path.getParent(), ".writing", "", OWNER_ONLY);
        Files.writeString(half, text);
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
