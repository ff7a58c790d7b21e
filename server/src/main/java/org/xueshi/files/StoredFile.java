package org.xueshi.files;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a stored file.
 *
 * @param id random; the only way in which a client names a file
 * @param name the name it was sent with, cleaned; for showing only
 * @param size of what is stored, in bytes
 * @param sentSize of what was uploaded, before it was written anew
 */
public record StoredFile(
        UUID id,
        @Nullable String name,
        String mediaType,
        long size,
        long sentSize,
        @Nullable Integer width,
        @Nullable Integer height) {}
