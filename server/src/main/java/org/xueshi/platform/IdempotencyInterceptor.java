package org.xueshi.platform;

import static org.xueshi.platform.db.Tables.ANSWERED_REQUEST;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;
import org.xueshi.platform.db.tables.records.AnsweredRequestRecord;
import org.xueshi.vault.KeyPurpose;
import org.xueshi.vault.Vault;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes every writing endpoint safe to repeat. The answer is stored under the caller's {@code Idempotency-Key} in the transaction
 * of the effect itself, as its last row: either both stay or neither. A repetition, even one that arrives while the first is still
 * at work, gets the first one's answer; the same key with another request is refused. A transaction that the database undid because
 * another stood in its way (a deadlock, a serialization failure) is tried again before the caller hears of it. Of a refused request
 * one thing stays: the answer it gave to a challenge is spent, or a challenge could be guessed at until it is right.
 */
class IdempotencyInterceptor implements MethodInterceptor {

    static final String HEADER = "Idempotency-Key";
    private static final String PLACE = "platform.answered_request.answer/";
    private static final int MOST_RETRIES = 3;

    /** serialization_failure and deadlock_detected. */
    private static final Set<String> UNDONE_FOR_ANOTHER = Set.of("40001", "40P01");

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate afterChallenge;
    private final Challenges challenges;
    private final JsonMapper json;
    private final Vault vault;
    private final Clock clock;

    IdempotencyInterceptor(
            DSLContext database,
            TransactionTemplate transaction,
            Challenges challenges,
            JsonMapper json,
            Vault vault,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.afterChallenge = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        afterChallenge.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.challenges = challenges;
        this.json = json;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        HttpServletRequest request = currentRequest();
        Request repeated = new Request(principal(), key(request), fingerprint(request, call));
        Optional<AnsweredRequestRecord> earlier = find(repeated);
        if (earlier.isPresent()) {
            return replay(earlier.get(), repeated, call.getMethod());
        }
        for (int retries = 0; ; retries++) {
            try {
                return attempt(repeated, call);
            } catch (RuntimeException failed) {
                // It may have failed because the same request was faster: then that one's answer is right.
                Optional<AnsweredRequestRecord> faster = find(repeated);
                if (faster.isPresent()) {
                    return replay(faster.get(), repeated, call.getMethod());
                }
                if (retries == MOST_RETRIES || !isWorthAnotherTry(failed)) {
                    throw failed instanceof UndeclaredThrowableException wrapped
                            ? wrapped.getUndeclaredThrowable()
                            : failed;
                }
            }
            pause(retries);
        }
    }

    private @Nullable Object attempt(Request request, MethodInvocation call) {
        Optional<ChallengeAnswer> given = challengeAnswer(call);
        if (given.isEmpty()) {
            return transaction.execute(status -> answer(request, call));
        }
        AtomicReference<@Nullable Refused> refused = new AtomicReference<>();
        Object result = transaction.execute(status -> {
            try {
                challenges.demand(given.get());
                return afterChallenge.execute(inner -> answer(request, call));
            } catch (Refused undone) {
                // What came after the challenge is undone already; the challenge itself is committed as spent.
                refused.set(undone);
                return null;
            }
        });
        if (refused.get() instanceof Refused undone) {
            throw undone;
        }
        return result;
    }

    private static Optional<ChallengeAnswer> challengeAnswer(MethodInvocation call) {
        return Arrays.stream(call.getArguments())
                .filter(Challenged.class::isInstance)
                .map(form -> ((Challenged) form).challenge())
                .findFirst();
    }

    /** Whether the database undid the transaction only because another one stood in its way. */
    private static boolean isWorthAnotherTry(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNDONE_FOR_ANOTHER.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Of different length for everybody: those who stood in each other's way do not meet again at once. */
    private static void pause(int retries) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(10, 60L << retries));
    }

    private @Nullable Object answer(Request request, MethodInvocation call) {
        Object result = proceed(call);
        database.insertInto(ANSWERED_REQUEST)
                .set(ANSWERED_REQUEST.PRINCIPAL, request.principal())
                .set(ANSWERED_REQUEST.KEY, request.key())
                .set(ANSWERED_REQUEST.REQUEST_MAC, request.fingerprint())
                .set(ANSWERED_REQUEST.STATUS, 200)
                .set(ANSWERED_REQUEST.ANSWER, vault.seal(place(request), json.writeValueAsBytes(result)))
                .set(ANSWERED_REQUEST.ANSWERED_AT, clock.instant())
                .execute();
        return result;
    }

    private static @Nullable Object proceed(MethodInvocation call) {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private Optional<AnsweredRequestRecord> find(Request request) {
        return database.selectFrom(ANSWERED_REQUEST)
                .where(ANSWERED_REQUEST.PRINCIPAL.eq(request.principal()), ANSWERED_REQUEST.KEY.eq(request.key()))
                .fetchOptional();
    }

    private @Nullable Object replay(AnsweredRequestRecord earlier, Request request, Method method) {
        if (!MessageDigest.isEqual(earlier.getRequestMac(), request.fingerprint())) {
            throw new Refused(CommonProblem.KEY_REUSED);
        }
        JavaType type = json.getTypeFactory().constructType(method.getGenericReturnType());
        return method.getReturnType() == void.class
                ? null
                : json.readValue(vault.open(place(request), earlier.getAnswer()), type);
    }

    private static String place(Request request) {
        return PLACE + request.principal() + "/" + request.key();
    }

    private static String principal() {
        return Acting.callerNow().map(Caller::principal).orElse("visitor");
    }

    private static UUID key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException e) {
            throw new Refused(CommonProblem.KEY_MISSING);
        }
    }

    /** A keyed hash: a plain one would let passwords in a form be guessed from the table. */
    private byte[] fingerprint(HttpServletRequest request, MethodInvocation call) {
        try {
            MessageDigest digest = Sha256.digest();
            digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString())
                    .getBytes(StandardCharsets.UTF_8));
            for (Object argument : call.getArguments()) {
                update(digest, argument);
            }
            return vault.mac(KeyPurpose.TOKEN, "idempotency", digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void update(MessageDigest digest, @Nullable Object argument) throws IOException {
        if (argument == null) {
            digest.update((byte) 0);
        } else if (argument instanceof MultipartFile file) {
            try (InputStream in = file.getInputStream();
                    DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
        } else if (isForm(argument)) {
            digest.update(json.writeValueAsBytes(argument));
        } else if (argument instanceof String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Who calls is in the key already; what the framework hands to a method is no content. */
    private static boolean isForm(Object argument) {
        return argument instanceof Record
                && argument.getClass().getPackageName().startsWith("org.xueshi")
                && !(argument instanceof Caller);
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private record Request(String principal, UUID key, byte[] fingerprint) {}
}
