package org.xueshi.vault;

import static org.jooq.impl.DSL.val;
import static org.xueshi.vault.db.Tables.KEY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The data keys, wrapped in the database by the master key that lies outside it. A database without its master key, or with
 * another one, is refused: a new master key over existing keys would silently make every personal field unreadable.
 */
@Component
class Keyring {

    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final long LOCK = 0x7661756c74L;

    /** A key and the suite chosen when it was made: a keyed hash must not change when the setting does. */
    record Key(byte[] bytes, CipherSuite suite) {}

    private final Map<Integer, Key> keys = new HashMap<>();
    private final EnumMap<KeyPurpose, Integer> current = new EnumMap<>(KeyPurpose.class);
    private final CipherSuite suite;
    private final SecureRandom random = new SecureRandom();

    Keyring(DSLContext database, VaultSettings settings) throws IOException {
        this.suite = settings.suite();
        SelfTest.run();
        Path masterKey = settings.masterKey();
        boolean fresh = !database.fetchExists(KEY);
        if (!fresh && !Files.exists(masterKey)) {
            throw new IllegalStateException(
                    ("The database holds keys wrapped by a master key, but there is none at %s. "
                                    + "Put the right file back; a new one would make all personal data unreadable.")
                            .formatted(masterKey.toAbsolutePath()));
        }
        byte[] master = masterKey(SecretFile.createdOnce(masterKey));
        database.transaction(context -> load(context.dsl(), master));
    }

    private static byte[] masterKey(SecretFile file) {
        byte[] bytes;
        try {
            bytes = file.bytes();
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "%s does not hold a master key: it is damaged or another file. Put the right file back."
                            .formatted(file.path()));
        }
        return bytes;
    }

    /** The key to write with. */
    int currentId(KeyPurpose purpose) {
        return Objects.requireNonNull(current.get(purpose));
    }

    Key key(int id) {
        Key key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("Sealed with key " + id + ", which is not in the keyring");
        }
        return key;
    }

    CipherSuite suite() {
        return suite;
    }

    byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    private void load(DSLContext database, byte[] master) {
        // Two nodes that start on an empty database must agree on one set of keys.
        database.fetch("select pg_advisory_xact_lock({0})", val(LOCK));
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (!database.fetchExists(KEY, KEY.PURPOSE.eq(purpose.name()))) {
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                database.insertInto(KEY)
                        .set(KEY.PURPOSE, purpose.name())
                        .set(KEY.WRAPPED, wrap(master, purpose, fresh))
                        .execute();
            }
        }
        database.selectFrom(KEY).orderBy(KEY.ID).forEach(row -> {
            KeyPurpose purpose = KeyPurpose.valueOf(row.getPurpose());
            byte[] bytes = unwrap(master, purpose, row.getWrapped());
            keys.put(row.getId(), new Key(bytes, Sealed.parse(row.getWrapped()).suite()));
            current.put(purpose, row.getId());
        });
    }

    private byte[] wrap(byte[] master, KeyPurpose purpose, byte[] key) {
        byte[] nonce = nonce();
        return Sealed.join(suite, 0, nonce, suite.encrypt(master, nonce, bound(purpose), key));
    }

    private static byte[] unwrap(byte[] master, KeyPurpose purpose, byte[] wrapped) {
        Sealed sealed = Sealed.parse(wrapped);
        try {
            return sealed.suite().decrypt(master, sealed.nonce(), bound(purpose), sealed.encrypted());
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("The master key does not fit this database's keys: it is another one's", e);
        }
    }

    private static byte[] bound(KeyPurpose purpose) {
        return ("vault.key/" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
