package org.xueshi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The algorithms against the examples of their standards. */
class CipherSuiteTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] BOUND = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

    @Test
    void theNationalSuiteIsSm4GcmAsRfc8998WritesIt() throws InvalidCipherTextException {
        byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        byte[] nonce = HEX.parseHex("00001234567800000000abcd");
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] encrypted = HEX.parseHex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(CipherSuite.SM.encrypt(key, nonce, BOUND, plain)).isEqualTo(encrypted);
        assertThat(CipherSuite.SM.decrypt(key, nonce, BOUND, encrypted)).isEqualTo(plain);
    }

    @Test
    void theInternationalSuiteIsAes256GcmAsItsAuthorsWriteIt() throws InvalidCipherTextException {
        byte[] key = HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
        byte[] plain = HEX.parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] encrypted = HEX.parseHex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");
        assertThat(CipherSuite.INTERNATIONAL.encrypt(key, nonce, BOUND, plain)).isEqualTo(encrypted);
        assertThat(CipherSuite.INTERNATIONAL.decrypt(key, nonce, BOUND, encrypted))
                .isEqualTo(plain);
    }

    @Test
    void theInternationalKeyedHashIsHmacSha256AsRfc4231WritesIt() {
        assertThat(HEX.formatHex(CipherSuite.INTERNATIONAL.mac(
                        "Jefe".getBytes(StandardCharsets.US_ASCII),
                        "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void theNationalKeyedHashIsHmacOverSm3() {
        byte[] key = HEX.parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
        byte[] message = "110105194912310 02X".getBytes(StandardCharsets.US_ASCII);
        // RFC 2104, put together by hand: H(key ⊕ opad, H(key ⊕ ipad, message)) over blocks of 64 bytes.
        byte[] inner = sm3(padded(key, 0x36), message);
        assertThat(CipherSuite.SM.mac(key, message)).isEqualTo(sm3(padded(key, 0x5c), inner));
    }

    @ParameterizedTest
    @EnumSource
    void aChangedByteAnotherKeyAnotherNonceAndAnotherPlaceAreNoticed(CipherSuite suite)
            throws InvalidCipherTextException {
        byte[] key = HEX.parseHex("0123456789abcdeffedcba98765432100123456789abcdeffedcba9876543210");
        byte[] nonce = new byte[12];
        byte[] plain = "410101199003070012".getBytes(StandardCharsets.US_ASCII);
        byte[] encrypted = suite.encrypt(key, nonce, BOUND, plain);
        assertThat(suite.decrypt(key, nonce, BOUND, encrypted)).isEqualTo(plain);

        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = flipped(encrypted, i);
            assertThatThrownBy(() -> suite.decrypt(key, nonce, BOUND, changed))
                    .isInstanceOf(InvalidCipherTextException.class);
        }
        assertThatThrownBy(() -> suite.decrypt(flipped(key, 3), nonce, BOUND, encrypted))
                .isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> suite.decrypt(key, flipped(nonce, 11), BOUND, encrypted))
                .isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> suite.decrypt(key, nonce, flipped(BOUND, 0), encrypted))
                .isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> suite.decrypt(key, nonce, BOUND, Arrays.copyOf(encrypted, 7)))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] changed = bytes.clone();
        changed[index] ^= 1;
        return changed;
    }

    private static byte[] padded(byte[] key, int with) {
        byte[] block = Arrays.copyOf(key, 64);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) with;
        }
        return block;
    }

    private static byte[] sm3(byte[] first, byte[] second) {
        SM3Digest digest = new SM3Digest();
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
