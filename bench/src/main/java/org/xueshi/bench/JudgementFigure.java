package org.xueshi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.xueshi.bench.province.Scale;

/** Judging the current year for everybody, beside adding up the same lines of the ledger and doing nothing with the sums. */
final class JudgementFigure implements Figure {

    private static final double AIM = 1.5;

    @Override
    public List<Line> measure(World world) {
        try (Connection database = world.database().asApplication().getConnection();
                Connection owner = world.database().asLoader()) {
            double[] night = Rounds.medians(
                    world.options().rounds(), List.of(() -> groupBy(database, world.year()), () -> judge(world)));
            double[] first = Rounds.medians(
                    Math.min(3, world.options().rounds()),
                    List.of(() -> groupBy(database, world.year()), () -> judgeAllAnew(world, owner)));
            String people = "%,d people".formatted(world.scale().people());
            return List.of(
                    line("judging the year of %s, as every night".formatted(people), night),
                    line("the same when no verdict stands yet: all are written", first));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Line line(String work, double[] medians) {
        double ratio = medians[1] / medians[0];
        return new Line(
                work,
                "%.0f ms".formatted(medians[1]),
                "`group by` over the same lines: %.0f ms".formatted(medians[0]),
                "%.2f".formatted(ratio),
                "≤ %.1f".formatted(AIM),
                ratio <= AIM);
    }

    private static double groupBy(Connection database, int year) {
        return millis(() -> {
            try (var statement = database.prepareStatement("""
                    select count(*), sum(hours) from (
                        select person_id, subject, sum(hours) as hours from ledger.entry
                         where scheme = ? and year = ? group by person_id, subject) sums
                    """)) {
                statement.setString(1, Scale.SCHEME);
                statement.setInt(2, year);
                statement.executeQuery().close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static double judge(World world) {
        return millis(() -> world.parts().yearJob().judge(Scale.SCHEME, world.year()));
    }

    private static double judgeAllAnew(World world, Connection owner) {
        try (var statement = owner.createStatement()) {
            statement.execute("truncate evaluation.verdict_p" + world.year());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return judge(world);
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
