package org.xueshi.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A number of clients that ask again as soon as they are answered: what the server can do. */
public record ClosedLoop(int port, int clients) {

    /**
     * What came of it.
     *
     * @param rate answers a second
     */
    public record Throughput(double rate, Timings timings) {}

    public Throughput run(Duration time, Supplier<Request> requests) {
        Timings timings = new Timings();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        all(() -> {
            try (Wire wire = new Wire(port)) {
                for (long now = System.nanoTime(); now < end; ) {
                    wire.send(requests.get()).demandOk();
                    long then = System.nanoTime();
                    timings.add(then - now);
                    now = then;
                }
            }
        });
        return new Throughput(timings.count() * 1e9 / (System.nanoTime() - began), timings);
    }

    /** Runs the same work once for every client, all at the same time; fails when one of them does. */
    public void all(Runnable work) {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().unstarted(work));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((any, e) -> failures.add(e)));
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.peek());
        }
    }
}
