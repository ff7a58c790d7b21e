package org.xueshi.files;

import java.io.IOException;

/** Keeps bytes under the SHA-256 of their content. Storing the same content again changes nothing. */
interface FileStore {

    /** Returns once the bytes are safe. */
    void put(String hash, byte[] bytes) throws IOException;

    /** @throws IOException when there are none under this hash */
    byte[] get(String hash) throws IOException;

    void delete(String hash) throws IOException;
}
