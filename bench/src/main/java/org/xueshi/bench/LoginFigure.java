package org.xueshi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.xueshi.bench.LoginTraffic.Seen;
import org.xueshi.bench.load.OpenLoop.Outcome;

/** Logins by password while others work, beside the others alone; then ten times as many logins as can be. */
final class LoginFigure implements Figure {

    private static final int LOGINS = 40;
    private static final int STORM = 10 * LOGINS;
    private static final int OTHERS = 100;
    private static final Duration LONGEST = Duration.ofMillis(400);
    private static final double MOST = 2;

    @Override
    public List<Line> measure(World world) {
        boolean quick = world.options().quick();
        Duration time = quick ? Duration.ofSeconds(1) : Duration.ofSeconds(6);
        LoginTraffic traffic = new LoginTraffic(world, OTHERS, time);
        List<Seen> usual = new ArrayList<>();
        List<Seen> storms = new ArrayList<>();
        double[] p99 = Rounds.medians(
                quick ? 1 : 3,
                List.of(
                        () -> p99(traffic.others()),
                        () -> p99(kept(traffic.beside(LOGINS), usual).others()),
                        () -> p99(kept(traffic.beside(STORM), storms).others())));
        return List.of(logins(usual, p99), storm(storms, p99));
    }

    private static Seen kept(Seen seen, List<Seen> in) {
        in.add(seen);
        return seen;
    }

    private static Line logins(List<Seen> usual, double[] p99) {
        double rate = median(usual, seen -> seen.logins().acceptedRate());
        double slowest = median(usual, seen -> p99(seen.logins()));
        boolean met = rate >= 0.95 * LOGINS && slowest <= LONGEST.toMillis();
        return new Line(
                "password logins at %d/s, with %d other requests/s".formatted(LOGINS, OTHERS),
                "%.0f/s let in, p99 %.0f ms".formatted(rate, slowest),
                "the others' p99: alone %.1f ms, beside the logins %.1f ms".formatted(p99[0], p99[1]),
                "–",
                "%d/s at p99 ≤ %d ms".formatted(LOGINS, LONGEST.toMillis()),
                met);
    }

    private static Line storm(List<Seen> storms, double[] p99) {
        double ratio = p99[2] / p99[0];
        return new Line(
                "the others while %d logins/s are tried".formatted(STORM),
                "p99 %.1f ms; %.0f logins/s let in, the rest told to wait"
                        .formatted(p99[2], median(storms, seen -> seen.logins().acceptedRate())),
                "the others alone: p99 %.1f ms".formatted(p99[0]),
                "%.1f".formatted(ratio),
                "≤ %.0f".formatted(MOST),
                ratio <= MOST);
    }

    private static double median(List<Seen> all, ToDoubleFunction<Seen> reading) {
        return Rounds.median(all.stream().mapToDouble(reading).boxed().toList());
    }

    private static double p99(Outcome outcome) {
        return Rounds.millis(outcome.accepted().percentile(0.99));
    }
}
