package org.xueshi.bench.load;

import java.time.Duration;
import java.util.Arrays;

/** How long many things took. */
public final class Timings {

    private long[] nanos = new long[1024];
    private int count;

    public synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = took;
        count++;
    }

    public synchronized int count() {
        return count;
    }

    /** @param part from 0 to 1: 0.99 for the time that 99 of 100 kept */
    public synchronized Duration percentile(double part) {
        if (count == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[Math.min(count - 1, (int) (part * count))]);
    }

    public Duration median() {
        return percentile(0.5);
    }
}
