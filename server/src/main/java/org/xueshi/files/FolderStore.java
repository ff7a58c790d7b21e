package org.xueshi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files in a local folder, spread over 256 sub-folders. */
class FolderStore implements FileStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(String hash, byte[] bytes) throws IOException {
        Path place = place(hash);
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        Path half = Files.createTempFile(place.getParent(), ".writing", "");
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            // On disk before the name is: a row that points here must never find half a file after a crash.
            channel.force(true);
        }
        Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public byte[] get(String hash) throws IOException {
        return Files.readAllBytes(place(hash));
    }

    @Override
    public void delete(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    private Path place(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a content hash");
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
