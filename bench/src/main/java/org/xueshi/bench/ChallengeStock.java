package org.xueshi.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xueshi.bench.load.ClosedLoop;
import org.xueshi.bench.load.Request;
import org.xueshi.bench.load.Wire;

/**
 * Challenges fetched beforehand, with their answers: whoever logs in has read the picture or let the browser work for it on a
 * processor of his own, which must not be the one that is measured.
 */
final class ChallengeStock {

    private static final int CLIENTS = 8;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final int DIGITS_AT = 16 + Long.BYTES;

    private final World world;

    ChallengeStock(World world) {
        this.world = world;
    }

    /** Answers as a login form wants them. */
    Queue<String> fetch(int count) {
        AtomicInteger left = new AtomicInteger(count);
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        new ClosedLoop(world.port(), CLIENTS).all(() -> {
            try (Wire wire = new Wire(world.port())) {
                while (left.getAndDecrement() > 0) {
                    String challenge = wire.send(Request.get("/api/public/challenge"))
                            .demandOk()
                            .text();
                    answers.add(answer(challenge));
                }
            }
        });
        return new ArrayDeque<>(answers);
    }

    private String answer(String challenge) {
        Matcher token = TOKEN.matcher(challenge);
        if (!token.find()) {
            throw new IllegalStateException("Not a challenge: " + challenge);
        }
        byte[] content = world.parts()
                .vault()
                .open("platform.challenge", Base64.getUrlDecoder().decode(token.group(1)));
        byte[] digits = new byte[4];
        ByteBuffer.wrap(content).get(DIGITS_AT, digits);
        return "{\"token\":\"%s\",\"digits\":\"%s\"}"
                .formatted(token.group(1), new String(digits, StandardCharsets.US_ASCII));
    }
}
