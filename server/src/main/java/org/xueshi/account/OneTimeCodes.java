package org.xueshi.account;

import static org.xueshi.account.db.Tables.ONE_TIME_CODE;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.account.db.tables.records.OneTimeCodeRecord;
import org.xueshi.vault.KeyPurpose;
import org.xueshi.vault.Vault;

/** Secrets that work once: random, kept as keyed hashes, good for a few tries and a short time. */
@Component
class OneTimeCodes {

    /** Without characters that look alike. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int TRIES = 5;

    private final DSLContext database;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(DSLContext database, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    enum Purpose {
        SET_UP,
        RESET
    }

    /** Makes a code; earlier ones of the same purpose are void. */
    String make(@Nullable Long accountId, Purpose purpose, int length, Duration life) {
        database.deleteFrom(ONE_TIME_CODE).where(of(accountId, purpose)).execute();
        String code = randomText(length);
        database.insertInto(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.ACCOUNT_ID, accountId)
                .set(ONE_TIME_CODE.PURPOSE, purpose.name())
                .set(ONE_TIME_CODE.CODE_MAC, mac(code))
                .set(ONE_TIME_CODE.TRIES_LEFT, TRIES)
                .set(ONE_TIME_CODE.EXPIRES_AT, clock.instant().plus(life))
                .execute();
        return code;
    }

    /**
     * Whether a typed code is right. Each call costs a try for good, in a transaction of its own: guesses must not come back when
     * the request they came in is refused.
     */
    boolean isRight(@Nullable Long accountId, Purpose purpose, String typed) {
        Optional<OneTimeCodeRecord> tried = apart.execute(status -> database.update(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.TRIES_LEFT, ONE_TIME_CODE.TRIES_LEFT.minus(1))
                .where(open(accountId, purpose), ONE_TIME_CODE.TRIES_LEFT.gt(0))
                .returning()
                .fetchOptional());
        return tried.isPresent()
                && vault.isMac(
                        KeyPurpose.TOKEN,
                        "one-time-code",
                        normalised(typed),
                        tried.get().getCodeMac());
    }

    /** Uses a code up, together with what it was good for. Returns false when somebody was faster. */
    boolean spend(@Nullable Long accountId, Purpose purpose) {
        return database.update(ONE_TIME_CODE)
                        .set(ONE_TIME_CODE.USED_AT, clock.instant())
                        .where(open(accountId, purpose))
                        .execute()
                == 1;
    }

    /** A random text that can be read out and typed. */
    String randomText(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private byte[] mac(String code) {
        return vault.mac(KeyPurpose.TOKEN, "one-time-code", normalised(code));
    }

    private static byte[] normalised(String code) {
        return code.strip().toUpperCase(Locale.ROOT).replace("-", "").getBytes(StandardCharsets.UTF_8);
    }

    private Condition open(@Nullable Long accountId, Purpose purpose) {
        return of(accountId, purpose)
                .and(ONE_TIME_CODE.USED_AT.isNull())
                .and(ONE_TIME_CODE.EXPIRES_AT.gt(clock.instant()));
    }

    private static Condition of(@Nullable Long accountId, Purpose purpose) {
        Condition account =
                accountId == null ? ONE_TIME_CODE.ACCOUNT_ID.isNull() : ONE_TIME_CODE.ACCOUNT_ID.eq(accountId);
        return account.and(ONE_TIME_CODE.PURPOSE.eq(purpose.name()));
    }
}
