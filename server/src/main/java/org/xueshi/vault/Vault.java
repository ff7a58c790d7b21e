package org.xueshi.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals, finds and signs. A sealed value is bound to its place (a table's column and a row's id): copied to another row it does not
 * open. A label separates uses of one key: an index of ID numbers says nothing about an index of phones.
 */
@Component
@EnableConfigurationProperties(VaultSettings.class)
public class Vault {

    private final Keyring keyring;
    private final ConcurrentHashMap<String, byte[]> labelled = new ConcurrentHashMap<>();

    Vault(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Encrypts a text for one place, for instance {@code person.person.id_number} and the person's id. */
    public byte[] seal(String column, long row, String text) {
        return seal(column + "/" + row, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when the value was changed, or belongs to another place */
    public String open(String column, long row, byte[] sealed) {
        return new String(open(column + "/" + row, sealed), StandardCharsets.UTF_8);
    }

    public byte[] seal(String place, byte[] plain) {
        int id = keyring.currentId(KeyPurpose.FIELD);
        CipherSuite suite = keyring.suite();
        byte[] nonce = keyring.nonce();
        return Sealed.join(suite, id, nonce, suite.encrypt(keyring.key(id).bytes(), nonce, bound(place, id), plain));
    }

    public byte[] open(String place, byte[] sealed) {
        Sealed parts = Sealed.parse(sealed);
        try {
            return parts.suite()
                    .decrypt(
                            keyring.key(parts.keyId()).bytes(),
                            parts.nonce(),
                            bound(place, parts.keyId()),
                            parts.encrypted());
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("A sealed value at " + place + " does not open: changed or moved", e);
        }
    }

    /** The keyed hash by which a sealed value is found again; 32 bytes. The caller normalises. */
    public byte[] index(String column, String normalised) {
        return mac(KeyPurpose.INDEX, column, normalised.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] mac(KeyPurpose purpose, String label, byte[] message) {
        return keyring.key(keyring.currentId(purpose)).suite().mac(labelledKey(purpose, label), message);
    }

    /** Compares in constant time. */
    public boolean isMac(KeyPurpose purpose, String label, byte[] message, byte[] mac) {
        return MessageDigest.isEqual(mac(purpose, label, message), mac);
    }

    private byte[] labelledKey(KeyPurpose purpose, String label) {
        return labelled.computeIfAbsent(purpose + "/" + label, name -> {
            Keyring.Key key = keyring.key(keyring.currentId(purpose));
            return key.suite().mac(key.bytes(), name.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static byte[] bound(String place, int keyId) {
        return (place + "|" + keyId).getBytes(StandardCharsets.UTF_8);
    }
}
