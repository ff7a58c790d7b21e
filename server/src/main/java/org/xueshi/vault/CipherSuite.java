package org.xueshi.vault;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A family of algorithms: the national one (SM4-GCM, HMAC-SM3) or the international one (AES-256-GCM, HMAC-SHA-256). Every sealed
 * value says which made it, so both can be read whichever is chosen for writing. This is software, not a certified module.
 */
enum CipherSuite {
    SM(1, 16, SM4Engine::new, SM3Digest::new),
    INTERNATIONAL(2, 32, AESEngine::newInstance, SHA256Digest::new);

    private static final int TAG_BITS = 128;

    /** The byte that stands for this suite in sealed values; never changes. */
    final int code;

    private final int keyBytes;
    private final Supplier<? extends BlockCipher> cipher;
    private final Supplier<? extends Digest> digest;

    CipherSuite(int code, int keyBytes, Supplier<? extends BlockCipher> cipher, Supplier<? extends Digest> digest) {
        this.code = code;
        this.keyBytes = keyBytes;
        this.cipher = cipher;
        this.digest = digest;
    }

    static CipherSuite of(int code) {
        return Arrays.stream(values())
                .filter(suite -> suite.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Sealed by an unknown cipher suite " + code));
    }

    /** Ciphertext and tag. A nonce must never be used twice with one key. */
    byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
        try {
            return gcm(true, key, nonce, bound, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws InvalidCipherTextException when the text was changed, moved elsewhere or made with another key */
    byte[] decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] encrypted) throws InvalidCipherTextException {
        return gcm(false, key, nonce, bound, encrypted);
    }

    byte[] mac(byte[] key, byte[] message) {
        HMac mac = new HMac(digest.get());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    private byte[] gcm(boolean encrypting, byte[] key, byte[] nonce, byte[] bound, byte[] input)
            throws InvalidCipherTextException {
        GCMModeCipher mode = GCMBlockCipher.newInstance(cipher.get());
        KeyParameter parameter = new KeyParameter(key, 0, keyBytes);
        mode.init(encrypting, new AEADParameters(parameter, TAG_BITS, nonce, bound));
        byte[] output = new byte[mode.getOutputSize(input.length)];
        int length = mode.processBytes(input, 0, input.length, output, 0);
        mode.doFinal(output, length);
        return output;
    }
}
