package org.xueshi.bench.load;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * So many requests a second, whether or not the earlier ones are answered, as people come who do not know of each other. Times count
 * from the moment a request was due: a server that keeps a queue waiting does not look quick.
 */
public final class OpenLoop {

    private final int port;
    private final Queue<Wire> idle = new ConcurrentLinkedQueue<>();

    public OpenLoop(int port) {
        this.port = port;
    }

    /**
     * What came of it.
     *
     * @param accepted the times of what was done; what was refused has none
     * @param answers how many answers of each status
     */
    public record Outcome(Timings accepted, ConcurrentMap<Integer, AtomicInteger> answers, Duration took) {

        public double acceptedRate() {
            return accepted.count() * 1e9 / took.toNanos();
        }
    }

    public Outcome run(int perSecond, Duration time, Supplier<Request> requests) {
        int count = (int) (perSecond * time.toMillis() / 1000);
        Timings accepted = new Timings();
        ConcurrentMap<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        CountDownLatch answered = new CountDownLatch(count);
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = began + i * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            Request request = requests.get();
            Thread.ofVirtual().start(() -> {
                try {
                    int status = send(request);
                    answers.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
                    if (status / 100 == 2) {
                        accepted.add(System.nanoTime() - due);
                    }
                } finally {
                    answered.countDown();
                }
            });
        }
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Outcome(accepted, answers, Duration.ofNanos(System.nanoTime() - began));
    }

    private int send(Request request) {
        Wire taken = idle.poll();
        Wire wire = taken == null ? new Wire(port) : taken;
        int status = wire.send(request).status();
        idle.add(wire);
        return status;
    }
}
