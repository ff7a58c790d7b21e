package org.xueshi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The bytes of a sealed value. */
class SealedTest {

    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    @Test
    void aSealedValueSaysItsVersionItsSuiteAndItsKey() {
        byte[] joined = Sealed.join(CipherSuite.INTERNATIONAL, 0x01020304, NONCE, new byte[] {42});
        assertThat(joined)
                .startsWith(1, 2, 1, 2, 3, 4, 1, 2, 3)
                .endsWith(12, 42)
                .hasSize(19);
        Sealed parsed = Sealed.parse(joined);
        assertThat(parsed.suite()).isEqualTo(CipherSuite.INTERNATIONAL);
        assertThat(parsed.keyId()).isEqualTo(0x01020304);
        assertThat(parsed.nonce()).isEqualTo(NONCE);
        assertThat(parsed.encrypted()).containsExactly(42);
    }

    @Test
    void whatIsNoSealedValueIsRefused() {
        assertThatThrownBy(() -> Sealed.parse(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sealed.parse(new byte[18])).isInstanceOf(IllegalArgumentException.class);
        byte[] otherVersion = Sealed.join(CipherSuite.SM, 1, NONCE, new byte[16]);
        otherVersion[0] = 2;
        assertThatThrownBy(() -> Sealed.parse(otherVersion)).hasMessage("Not a sealed value");
        byte[] otherSuite = Sealed.join(CipherSuite.SM, 1, NONCE, new byte[16]);
        otherSuite[1] = 9;
        assertThatThrownBy(() -> Sealed.parse(otherSuite)).hasMessageContaining("unknown cipher suite 9");
    }
}
