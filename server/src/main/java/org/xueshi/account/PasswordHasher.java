package org.xueshi.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.vault.KeyPurpose;
import org.xueshi.vault.Vault;

/**
 * Hashes passwords with argon2id (19 MiB, 2 passes) and mixes in a pepper from the vault, so that a stolen database alone gives
 * nothing to guess against. Hashing has threads of its own and a short queue: a storm of logins is turned away at the door and
 * never starves the rest.
 */
@Component
class PasswordHasher implements DisposableBean {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int QUEUE = 50;
    private static final long DEADLINE_MS = 2_000;
    private static final String VERSION = "v1";

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads;
    private final String nobodys;

    PasswordHasher(Vault vault) {
        this.vault = vault;
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform()
                        .name("password-", 0)
                        .daemon()
                        .priority(Thread.NORM_PRIORITY - 1)
                        .factory());
        this.nobodys = encode("nobody's password");
    }

    /**
     * Asked before anything is done for a password: a storm is turned away without touching the database.
     *
     * @throws Refused when too many wait
     */
    void demandRoom() {
        if (threads.getQueue().remainingCapacity() == 0) {
            throw busy();
        }
    }

    /** @throws Refused when too many wait */
    String hash(String password) {
        return inTime(() -> encode(password));
    }

    /** @throws Refused when too many wait */
    boolean matches(String password, String hash) {
        return inTime(() -> verify(password, hash));
    }

    /** Takes as long as a real comparison: an unknown account must not answer faster than a known one. */
    void pretend(String password) {
        inTime(() -> verify(password, nobodys));
    }

    private <T> T inTime(Callable<T> work) {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw busy();
        }
        try {
            return future.get(DEADLINE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(false);
            threads.purge();
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Refused busy() {
        return new Refused(CommonProblem.BUSY).with("seconds", 3);
    }

    private String encode(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return VERSION + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(peppered(password, salt));
    }

    private boolean verify(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 3 || !VERSION.equals(parts[0])) {
            throw new IllegalStateException("A password hash of an unknown version");
        }
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(
                peppered(password, salt), Base64.getDecoder().decode(parts[2]));
    }

    private byte[] peppered(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return vault.mac(KeyPurpose.PEPPER, "password", hash);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
