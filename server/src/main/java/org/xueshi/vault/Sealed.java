package org.xueshi.vault;

import java.nio.ByteBuffer;

/**
 * The bytes of a sealed value: {@code version 1 | suite 1 | key id 4 | nonce 12 | ciphertext and tag}.
 */
record Sealed(CipherSuite suite, int keyId, byte[] nonce, byte[] encrypted) {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD = 2 + Integer.BYTES + NONCE_BYTES;

    static byte[] join(CipherSuite suite, int keyId, byte[] nonce, byte[] encrypted) {
        return ByteBuffer.allocate(HEAD + encrypted.length)
                .put(VERSION)
                .put((byte) suite.code)
                .putInt(keyId)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    static Sealed parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length <= HEAD || in.get() != VERSION) {
            throw new IllegalArgumentException("Not a sealed value");
        }
        CipherSuite suite = CipherSuite.of(in.get());
        int keyId = in.getInt();
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] encrypted = new byte[in.remaining()];
        in.get(encrypted);
        return new Sealed(suite, keyId, nonce, encrypted);
    }
}
