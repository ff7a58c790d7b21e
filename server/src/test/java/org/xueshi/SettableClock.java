package org.xueshi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands where a test puts it, and otherwise goes with the real one. */
public final class SettableClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;

    public void set(LocalDate day, LocalTime time) {
        ahead = Duration.between(Instant.now(), day.atTime(time).atZone(ZONE).toInstant());
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
