package org.xueshi.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xueshi.vault.KeyPurpose;
import org.xueshi.vault.Vault;

/**
 * What the session cookie carries, signed: enough to let a request through without asking the database, and no rights.
 *
 * @param sessionId 128 random bits; the database knows only their hash
 * @param version the account's version when the session was last looked up
 * @param checkedAt when that was
 */
record SessionCookie(byte[] sessionId, long accountId, int version, Instant checkedAt) {

    private static final byte FORMAT = 1;
    private static final int ID_BYTES = 16;
    private static final int BODY_BYTES = 1 + ID_BYTES + Long.BYTES + Integer.BYTES + Long.BYTES;
    private static final String LABEL = "session";

    String encode(Vault vault) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .put(FORMAT)
                .put(sessionId)
                .putLong(accountId)
                .putInt(version)
                .putLong(checkedAt.getEpochSecond())
                .array();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(body) + "." + base64.encodeToString(vault.mac(KeyPurpose.SESSION, LABEL, body));
    }

    /** The content, or empty when it is none of ours. */
    static Optional<SessionCookie> decode(@Nullable String text, Vault vault) {
        if (text == null || text.length() > 300) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        byte[] body;
        byte[] mac;
        try {
            body = Base64.getUrlDecoder().decode(parts[0].getBytes(StandardCharsets.US_ASCII));
            mac = Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (body.length != BODY_BYTES || body[0] != FORMAT || !vault.isMac(KeyPurpose.SESSION, LABEL, body, mac)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(body, 1, BODY_BYTES - 1);
        byte[] id = new byte[ID_BYTES];
        in.get(id);
        return Optional.of(new SessionCookie(id, in.getLong(), in.getInt(), Instant.ofEpochSecond(in.getLong())));
    }

    SessionCookie checked(int newVersion, Instant now) {
        return new SessionCookie(sessionId, accountId, newVersion, now);
    }

    @Override
    public String toString() {
        return "SessionCookie[" + accountId + "]";
    }
}
