package org.xueshi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xueshi.vault.db.Tables.KEY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xueshi.postgres.ScratchServer;

/** The keys in the database and the one outside it: neither is of use without the other, and neither is ever made anew over the other. */
class KeyringTest {

    private final DSLContext database = ScratchServer.database();
    private Path master = Path.of("");

    @BeforeEach
    void folder() {
        master = ScratchServer.folder("vault-").resolve("master.key");
    }

    @Test
    void theFirstStartMakesAKeyForEveryPurpose() throws Exception {
        Keyring keyring = start(CipherSuite.SM);
        assertThat(database.fetchCount(KEY)).isEqualTo(KeyPurpose.values().length);
        assertThat(List.of(KeyPurpose.values()).stream()
                        .map(purpose -> keyring.key(keyring.currentId(purpose)).bytes())
                        .map(java.util.HexFormat.of()::formatHex)
                        .distinct())
                .hasSize(KeyPurpose.values().length);
    }

    @Test
    void theNextStartReadsTheSameKeys() throws Exception {
        Keyring first = start(CipherSuite.SM);
        Keyring second = start(CipherSuite.SM);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            int id = first.currentId(purpose);
            assertThat(second.currentId(purpose)).isEqualTo(id);
            assertThat(second.key(id).bytes()).isEqualTo(first.key(id).bytes());
        }
    }

    @Test
    void keysAreNotInTheDatabaseInClear() throws Exception {
        Keyring keyring = start(CipherSuite.SM);
        database.selectFrom(KEY)
                .forEach(row -> assertThat(new String(row.getWrapped(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(new String(
                                keyring.key(row.getId()).bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aMissingMasterKeyRefusesTheStartAndNoNewOneIsMade() throws Exception {
        start(CipherSuite.SM);
        Files.delete(master);
        assertThatThrownBy(() -> start(CipherSuite.SM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is none at " + master)
                .hasMessageContaining("Put the right file back");
        assertThat(master).doesNotExist();
    }

    @Test
    void anotherMasterKeyRefusesTheStartAndChangesNothing() throws Exception {
        start(CipherSuite.SM);
        List<byte[]> before =
                database.select(KEY.WRAPPED).from(KEY).orderBy(KEY.ID).fetch(KEY.WRAPPED);
        Files.delete(master);
        SecretFile.createdOnce(master);
        assertThatThrownBy(() -> start(CipherSuite.SM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not fit");
        assertThat(database.select(KEY.WRAPPED).from(KEY).orderBy(KEY.ID).fetch(KEY.WRAPPED))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
    }

    @Test
    void aDamagedMasterKeyIsToldByItsName() throws Exception {
        start(CipherSuite.SM);
        for (String damaged : List.of("", "not a key!", "c2hvcnQ")) {
            Files.writeString(master, damaged);
            assertThatThrownBy(() -> start(CipherSuite.SM))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(master.toString())
                    .hasMessageContaining("Put the right file back");
        }
    }

    @Test
    void aWrappedKeyThatWasExchangedForAnotherPurposesIsRefused() throws Exception {
        start(CipherSuite.SM);
        DSLContext another = ScratchServer.database();
        byte[] field = wrapped(KeyPurpose.FIELD);
        byte[] index = wrapped(KeyPurpose.INDEX);
        another.insertInto(KEY, KEY.PURPOSE, KEY.WRAPPED)
                .values("FIELD", index)
                .values("INDEX", field)
                .execute();
        assertThatThrownBy(() -> new Keyring(another, new VaultSettings(master, CipherSuite.SM)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nodesThatStartTogetherOnAnEmptyDatabaseAgreeOnTheKeys() throws Exception {
        CyclicBarrier together = new CyclicBarrier(6);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Keyring>> starting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                starting.add(threads.submit(() -> {
                    together.await();
                    return start(CipherSuite.SM);
                }));
            }
            Keyring first = starting.getFirst().get();
            for (Future<Keyring> each : starting) {
                int id = each.get().currentId(KeyPurpose.FIELD);
                assertThat(each.get().key(id).bytes()).isEqualTo(first.key(id).bytes());
            }
        }
        assertThat(database.fetchCount(KEY)).isEqualTo(KeyPurpose.values().length);
    }

    @Test
    void aKeyThatIsNotInTheRingIsNamed() throws Exception {
        Keyring keyring = start(CipherSuite.SM);
        assertThatThrownBy(() -> keyring.key(4711)).hasMessageContaining("4711");
    }

    private byte[] wrapped(KeyPurpose purpose) {
        return database.selectFrom(KEY)
                .where(KEY.PURPOSE.eq(purpose.name()))
                .fetchSingle()
                .getWrapped();
    }

    private Keyring start(CipherSuite suite) throws Exception {
        return new Keyring(database, new VaultSettings(master, suite));
    }
}
