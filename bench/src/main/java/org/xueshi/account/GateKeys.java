package org.xueshi.account;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Import;
import org.xueshi.platform.Sha256;
import org.xueshi.vault.Vault;

/**
 * What the gate hands out, made without knocking: password hashes and session cookies for more people than could log in before a
 * measurement begins. Lives in the gate's own package because nobody else may make them.
 */
@NullMarked
@Import(PasswordHasher.class)
public class GateKeys {

    /**
     * A session.
     *
     * @param hash what the database knows it by
     * @param cookie what its owner sends along
     */
    public record Key(byte[] hash, String cookie) {}

    private final PasswordHasher hasher;
    private final Vault vault;
    private final Clock clock;

    GateKeys(PasswordHasher hasher, Vault vault, Clock clock) {
        this.hasher = hasher;
        this.vault = vault;
        this.clock = clock;
    }

    public String hash(String password) {
        return hasher.hash(password);
    }

    public Key key(long accountId) {
        byte[] id = new byte[16];
        UUID random = UUID.randomUUID();
        java.nio.ByteBuffer.wrap(id).putLong(random.getMostSignificantBits()).putLong(random.getLeastSignificantBits());
        SessionCookie cookie = new SessionCookie(id, accountId, 0, clock.instant());
        return new Key(Sha256.of(id), "__Host-" + SessionFilter.COOKIE + "=" + cookie.encode(vault));
    }
}
