package org.xueshi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.xueshi.postgres.ScratchServer;

/** Sealed values open where they belong and nowhere else. */
class VaultTest {

    private static final String COLUMN = "person.person.document_number";
    private static final String NUMBER = "11010519491231002X";

    private final DSLContext database = ScratchServer.database();
    private final Path master = ScratchServer.folder("vault-").resolve("master.key");
    private final Vault vault = vault(CipherSuite.SM);

    @Test
    void aSealedValueOpensInItsPlace() {
        assertThat(vault.open(COLUMN, 7, vault.seal(COLUMN, 7, NUMBER))).isEqualTo(NUMBER);
        assertThat(vault.open(COLUMN, 7, vault.seal(COLUMN, 7, "𠮷㛃·买买提"))).isEqualTo("𠮷㛃·买买提");
        assertThat(vault.open(COLUMN, 7, vault.seal(COLUMN, 7, ""))).isEmpty();
    }

    @Test
    void movedToAnotherRowOrColumnItDoesNotOpen() {
        byte[] sealed = vault.seal(COLUMN, 7, NUMBER);
        assertThatThrownBy(() -> vault.open(COLUMN, 8, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open");
        assertThatThrownBy(() -> vault.open("person.person.phone", 7, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withAnyByteFlippedItDoesNotOpen() {
        byte[] sealed = vault.seal(COLUMN, 7, NUMBER);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(COLUMN, 7, changed))
                    .as("byte %d", i)
                    .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
        }
    }

    @Test
    void theSameValueIsSealedDifferentlyEachTime() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(HexFormat.of().formatHex(vault.seal(COLUMN, 7, NUMBER)));
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void whatOneSuiteWroteTheOtherReads() {
        Vault international = vault(CipherSuite.INTERNATIONAL);
        byte[] national = vault.seal(COLUMN, 7, NUMBER);
        byte[] foreign = international.seal(COLUMN, 7, NUMBER);
        assertThat(national[1]).isEqualTo((byte) 1);
        assertThat(foreign[1]).isEqualTo((byte) 2);
        assertThat(international.open(COLUMN, 7, national)).isEqualTo(NUMBER);
        assertThat(vault.open(COLUMN, 7, foreign)).isEqualTo(NUMBER);
    }

    @Test
    void anIndexStaysTheSameWhenTheSuiteChanges() {
        assertThat(vault(CipherSuite.INTERNATIONAL).index(COLUMN, NUMBER)).isEqualTo(vault.index(COLUMN, NUMBER));
    }

    @Test
    void anIndexFindsTheSameValueAndTellsNothingAcrossColumns() {
        assertThat(vault.index(COLUMN, NUMBER)).hasSize(32).isEqualTo(vault.index(COLUMN, NUMBER));
        assertThat(vault.index(COLUMN, NUMBER)).isNotEqualTo(vault.index("person.person.phone", NUMBER));
        assertThat(vault.index(COLUMN, NUMBER)).isNotEqualTo(vault.index(COLUMN, "110105194912310021"));
    }

    @Test
    void anIndexIsOfNoUseWithAnotherDatabasesKeys() throws Exception {
        Vault another = new Vault(new Keyring(
                ScratchServer.database(),
                new VaultSettings(ScratchServer.folder("vault-").resolve("master.key"), CipherSuite.SM)));
        assertThat(another.index(COLUMN, NUMBER)).isNotEqualTo(vault.index(COLUMN, NUMBER));
    }

    @Test
    void aSignatureHoldsForItsPurposeItsLabelAndItsMessage() {
        byte[] message = "session".getBytes(StandardCharsets.UTF_8);
        byte[] mac = vault.mac(KeyPurpose.SESSION, "session", message);
        assertThat(vault.isMac(KeyPurpose.SESSION, "session", message, mac)).isTrue();
        assertThat(vault.isMac(KeyPurpose.TOKEN, "session", message, mac)).isFalse();
        assertThat(vault.isMac(KeyPurpose.SESSION, "device", message, mac)).isFalse();
        assertThat(vault.isMac(KeyPurpose.SESSION, "session", "Session".getBytes(StandardCharsets.UTF_8), mac))
                .isFalse();
        assertThat(vault.isMac(KeyPurpose.SESSION, "session", message, new byte[32]))
                .isFalse();
    }

    private Vault vault(CipherSuite suite) {
        try {
            return new Vault(new Keyring(database, new VaultSettings(master, suite)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
