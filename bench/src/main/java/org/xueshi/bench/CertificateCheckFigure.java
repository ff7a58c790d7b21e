package org.xueshi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.xueshi.bench.load.ClosedLoop;
import org.xueshi.bench.load.Request;
import org.xueshi.bench.load.Session;
import org.xueshi.bench.province.Places;

/** Certificates checked by the code in their QR, beside a constant and beside a row read by primary key. */
final class CertificateCheckFigure implements Figure {

    private static final int CLIENTS = 16;
    private static final double AIM = 0.5;
    private static final Duration LONGEST = Duration.ofMillis(50);

    @Override
    public List<Line> measure(World world) {
        ClosedLoop loop = new ClosedLoop(world.port(), CLIENTS);
        // All three carry the same session: each passes through the same filters.
        Session session = world.administrator(Places.PROVINCE_BUREAU);
        Request constant = Request.get("/api/public/code-tables/sexes", session);
        Request byKey = Pages.byKey(session);
        List<Request> checks = codes(world).stream()
                .map(code -> Request.get("/api/public/certificates/" + code, session))
                .toList();
        Supplier<Request> check = () -> checks.get(ThreadLocalRandom.current().nextInt(checks.size()));
        List<Double> slowest = new ArrayList<>();
        double[] rates = Rounds.medians(
                world.options().rounds(),
                List.of(
                        () -> loop.run(world.options().round(), () -> constant).rate(),
                        () -> loop.run(world.options().round(), () -> byKey).rate(),
                        () -> {
                            ClosedLoop.Throughput found =
                                    loop.run(world.options().round(), check);
                            slowest.add(Rounds.millis(found.timings().percentile(0.99)));
                            return found.rate();
                        }));
        double ratio = rates[2] / rates[1];
        double p99 = Rounds.median(slowest);
        return List.of(new Line(
                "certificate check, %d at a time".formatted(CLIENTS),
                "%,.0f/s, p99 %.1f ms".formatted(rates[2], p99),
                "constant %,.0f/s; %s %,.0f/s".formatted(rates[0], Pages.BY_KEY, rates[1]),
                "%.2f".formatted(ratio),
                "≥ %.1f; p99 ≤ %d ms".formatted(AIM, LONGEST.toMillis()),
                ratio >= AIM && p99 <= LONGEST.toMillis()));
    }

    private static List<String> codes(World world) {
        try (Connection connection = world.database().asApplication().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select code from certificate.certificate order by md5(code) limit 20000")) {
            List<String> codes = new ArrayList<>();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
            return codes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
