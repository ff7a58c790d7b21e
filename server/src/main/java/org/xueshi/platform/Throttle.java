package org.xueshi.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts what happened under a key within a span, in this node's memory: losing the counts is harmless, and guessing on several
 * nodes gains no more than the number of nodes.
 */
public final class Throttle {

    private final int most;
    private final Duration span;
    private final Clock clock;
    private final Cache<String, Deque<Instant>> happened;

    /** @param most how often something may happen within the span */
    public Throttle(int most, Duration span, Clock clock) {
        this.most = most;
        this.span = span;
        this.clock = clock;
        this.happened = Caffeine.newBuilder()
                .ticker(Ticker.systemTicker())
                .expireAfterAccess(span)
                .maximumSize(200_000)
                .build();
    }

    /** How many seconds to wait before it may happen again; 0 for none. */
    public long secondsToWait(String key) {
        Deque<Instant> times = happened.getIfPresent(key);
        if (times == null) {
            return 0;
        }
        synchronized (times) {
            forgetOld(times);
            if (times.size() < most) {
                return 0;
            }
            return Math.max(
                    1,
                    Duration.between(clock.instant(), times.getFirst().plus(span))
                            .toSeconds());
        }
    }

    /** Notes that it happened. */
    public void note(String key) {
        Deque<Instant> times = happened.get(key, any -> new ArrayDeque<>());
        synchronized (times) {
            forgetOld(times);
            times.addLast(clock.instant());
            if (times.size() > most) {
                times.removeFirst();
            }
        }
    }

    /** @throws Refused when it happened too often; otherwise notes it */
    public void demand(String key) {
        long seconds = secondsToWait(key);
        if (seconds > 0) {
            throw new Refused(CommonProblem.TOO_MANY).with("seconds", seconds);
        }
        note(key);
    }

    public void forget(String key) {
        happened.invalidate(key);
    }

    private void forgetOld(Deque<Instant> times) {
        Instant since = clock.instant().minus(span);
        while (!times.isEmpty() && times.getFirst().isBefore(since)) {
            times.removeFirst();
        }
    }
}
