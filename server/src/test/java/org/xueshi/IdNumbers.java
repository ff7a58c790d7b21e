package org.xueshi;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.xueshi.demo.SyntheticNumbers;

/** ID numbers that belong to nobody: each call another one. */
public final class IdNumbers {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private IdNumbers() {}

    public static String next() {
        int count = COUNT.getAndIncrement();
        return SyntheticNumbers.idNumber("410105", LocalDate.of(1970, 1, 1).plusDays(count / 900), count % 900 + 100);
    }
}
