package org.xueshi.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's programs ({@code initdb pg_ctl postgres}), unpacked once from the archive on the class path and checked. */
final class PostgresBinaries {

    /** SHA-256 of the archives of version 18.6.0, so that a damaged or exchanged jar never becomes a running server. */
    private static final Map<String, String> CHECKSUMS = Map.of(
            "postgres-linux-x86_64.txz", "63999c2914366d62c68e51794e597588c336e75ed2958d53c558e8deca5e13fc",
            "postgres-linux-arm_64.txz", "2eb24d67326da41a81064d116b0bce412dff543c835d6fcc1c099e4abcf18836");

    private PostgresBinaries() {}

    /** Unpacks below {@code home} unless that was done before; returns the folder that holds {@code bin/}. */
    static Path unpack(Path home) throws IOException {
        String archive = archiveOfThisMachine();
        String checksum = CHECKSUMS.get(archive);
        if (checksum == null) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL runs on Linux x86-64 and arm64, not here (%s). ".formatted(archive)
                            + "Give a server of your own by spring.datasource.url.");
        }
        Path installed = home.resolve("server-" + checksum.substring(0, 12));
        if (Files.isDirectory(installed)) {
            return installed;
        }
        Path half = home.resolve("server-unpacking");
        deleteTree(half);
        verify(archive, checksum);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, half);
            }
        }
        // The rename is the last step: a start that is killed while unpacking leaves nothing that looks complete.
        Files.move(half, installed, StandardCopyOption.ATOMIC_MOVE);
        return installed;
    }

    /** Removes what an earlier start that was killed left behind; whoever calls holds the folder's lock. */
    static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    private static void verify(String archive, String expected) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(open(archive), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(expected)) {
                throw new IOException("%s has checksum %s, expected %s".formatted(archive, found, expected));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (in == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    private static String archiveOfThisMachine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "postgres-" + system + "-x86_64.txz";
            case "aarch64" -> "postgres-" + system + "-arm_64.txz";
            default -> "postgres-" + system + "-" + System.getProperty("os.arch");
        };
    }
}
