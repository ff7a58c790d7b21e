package org.xueshi.platform;

import static org.xueshi.platform.db.Tables.SPENT_CHALLENGE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.xueshi.vault.Vault;

/**
 * Gives challenges and checks their answers. Nothing is kept of a challenge that was given: the token itself carries, sealed, what
 * the answer must be. What was answered once, rightly or wrongly, is spent.
 */
@Service
public class Challenges {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int DIGITS = 4;
    private static final int NONCE_BYTES = 16;
    private static final int WORK_BITS = 15;
    private static final String PLACE = "platform.challenge";

    private final DSLContext database;
    private final Vault vault;
    private final Clock clock;
    private final ChallengePicture picture;
    private final SecureRandom random = new SecureRandom();

    Challenges(DSLContext database, Vault vault, Clock clock, ChallengePicture picture) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.picture = picture;
    }

    public Challenge give() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String digits = HexFormat.of().toHexDigits(random.nextLong()).replaceAll("[^2-9]", "") + "2345";
        digits = digits.substring(0, DIGITS);
        byte[] content = ByteBuffer.allocate(NONCE_BYTES + Long.BYTES + DIGITS)
                .put(nonce)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(digits.getBytes(StandardCharsets.US_ASCII))
                .array();
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PLACE, content));
        return new Challenge(token, picture.of(digits), HexFormat.of().formatHex(nonce), WORK_BITS);
    }

    /** @throws Refused with {@link CommonProblem#WRONG_CHECK} when the answer is wrong, late or was given before */
    public void demand(ChallengeAnswer answer) {
        if (!isRight(answer)) {
            throw new Refused(CommonProblem.WRONG_CHECK);
        }
    }

    private boolean isRight(ChallengeAnswer answer) {
        ByteBuffer content;
        try {
            content = ByteBuffer.wrap(vault.open(PLACE, Base64.getUrlDecoder().decode(answer.token())));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return false;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        Instant expiry = Instant.ofEpochSecond(content.getLong());
        byte[] digits = new byte[DIGITS];
        content.get(digits);
        if (clock.instant().isAfter(expiry) || !spend(nonce, expiry)) {
            return false;
        }
        if (answer.work() != null) {
            return isDone(HexFormat.of().formatHex(nonce), answer.work());
        }
        return answer.digits() != null
                && MessageDigest.isEqual(digits, answer.digits().strip().getBytes(StandardCharsets.UTF_8));
    }

    private boolean spend(byte[] nonce, Instant expiry) {
        return database.insertInto(SPENT_CHALLENGE)
                        .set(SPENT_CHALLENGE.NONCE, nonce)
                        .set(SPENT_CHALLENGE.EXPIRES_AT, expiry)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static boolean isDone(String salt, String work) {
        byte[] hash = Sha256.of(salt + ":" + work);
        return ByteBuffer.wrap(hash).getInt() >>> (Integer.SIZE - WORK_BITS) == 0;
    }

    /** Forgets what has expired anyway; called by a job. */
    int sweep() {
        return database.deleteFrom(SPENT_CHALLENGE)
                .where(SPENT_CHALLENGE.EXPIRES_AT.lt(clock.instant()))
                .execute();
    }
}
