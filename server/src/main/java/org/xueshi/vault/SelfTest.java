package org.xueshi.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** Known answers of the standards (GB/T 32905, GB/T 32907), checked at every start before a key is touched. */
final class SelfTest {

    private static final HexFormat HEX = HexFormat.of();

    private SelfTest() {}

    static void run() {
        demand("SM3", sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        demand("SM4", sm4("0123456789abcdeffedcba9876543210"), "681edf34d206965e86b3e94f536e4246");
        for (CipherSuite suite : CipherSuite.values()) {
            byte[] key = new byte[32];
            byte[] nonce = new byte[12];
            byte[] plain = "410101199003070012".getBytes(StandardCharsets.US_ASCII);
            byte[] encrypted = suite.encrypt(key, nonce, new byte[0], plain);
            try {
                demand(suite.name(), suite.decrypt(key, nonce, new byte[0], encrypted), HEX.formatHex(plain));
            } catch (org.bouncycastle.crypto.InvalidCipherTextException e) {
                throw new IllegalStateException("Cryptographic self-test failed: " + suite, e);
            }
        }
    }

    private static byte[] sm3(String message) {
        SM3Digest digest = new SM3Digest();
        byte[] input = message.getBytes(StandardCharsets.US_ASCII);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] sm4(String keyAndBlock) {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(HEX.parseHex(keyAndBlock)));
        byte[] block = new byte[16];
        engine.processBlock(HEX.parseHex(keyAndBlock), 0, block, 0);
        return block;
    }

    private static void demand(String what, byte[] found, String expected) {
        if (!Arrays.equals(found, HEX.parseHex(expected))) {
            throw new IllegalStateException("Cryptographic self-test failed: " + what);
        }
    }
}
