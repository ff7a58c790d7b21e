package org.xueshi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.xueshi.bench.load.ClosedLoop;
import org.xueshi.bench.load.Request;
import org.xueshi.bench.load.Session;
import org.xueshi.bench.load.Wire;
import org.xueshi.bench.province.Drafts;
import org.xueshi.bench.province.Drafts.Draft;

/**
 * The line from a claim to the ledger: handed in, passed by the employer, passed by the bureau, each by a request of its own, beside
 * the same rows written by bare SQL. Afterwards every claim whose last answer said so must stand in the ledger, once.
 */
final class LineFigure implements Figure {

    private static final int CLIENTS = 16;
    private static final double AIM = 0.3;
    private static final int ROUNDS = 3;
    private static final int OVER_HTTP = 800;
    private static final int BY_SQL = 3_000;
    private static final int QUICK = 60;

    /** Unmeasured, before the first round: how a server works that has worked for a while, not how fast it is compiled. */
    private static final int WARM_UP = 4_000;

    private final List<Long> acknowledged = new ArrayList<>();

    @Override
    public List<Line> measure(World world) {
        boolean quick = world.options().quick();
        try (Connection loader = world.database().asLoader()) {
            Drafts drafts = new Drafts(world.scale(), loader);
            if (!quick) {
                overHttp(world, make(drafts, WARM_UP));
            }
            double[] rates = Rounds.medians(
                    quick ? 1 : ROUNDS,
                    List.of(
                            () -> overHttp(world, make(drafts, quick ? QUICK : OVER_HTTP)),
                            () -> bySql(world, make(drafts, quick ? QUICK : BY_SQL))));
            int lost = acknowledged.size() - countCreditedOnce(loader);
            if (lost != 0) {
                throw new IllegalStateException("Of %,d acknowledged claims %d do not stand in the ledger once"
                        .formatted(acknowledged.size(), lost));
            }
            double ratio = rates[0] / rates[1];
            return List.of(new Line(
                    "declarations handed in and passed through two levels, %d at a time".formatted(CLIENTS),
                    "%.0f/s; of %,d acknowledged none lost".formatted(rates[0], acknowledged.size()),
                    "the same rows by bare SQL, a transaction each: %.0f/s".formatted(rates[1]),
                    "%.2f".formatted(ratio),
                    "≥ %.1f, none lost".formatted(AIM),
                    ratio >= AIM));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Draft> make(Drafts drafts, int count) {
        try {
            return drafts.make(count);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private double overHttp(World world, List<Draft> drafts) {
        Map<Long, Session> learners = new HashMap<>();
        List<Long> people = drafts.stream().map(Draft::person).toList();
        List<Session> sessions = world.learners(people);
        for (int i = 0; i < people.size(); i++) {
            learners.put(people.get(i), sessions.get(i));
        }
        Map<Long, Session> administrators = new HashMap<>();
        drafts.forEach(draft -> {
            administrators.computeIfAbsent(draft.employer(), world::administrator);
            administrators.computeIfAbsent(draft.bureau(), world::administrator);
        });
        knock(world, learners, administrators);
        double rate = rate(world, drafts, wire -> draft -> {
            String path = "/api/declarations/" + draft.id();
            wire.send(Request.post(path + "/submission", learners.get(draft.person()), "{\"version\":0}"))
                    .demandOk();
            String first = "{\"passes\":true,\"nextPlace\":%d}".formatted(draft.bureau());
            wire.send(Request.post(path + "/decisions", administrators.get(draft.employer()), first))
                    .demandOk();
            wire.send(Request.post(path + "/decisions", administrators.get(draft.bureau()), "{\"passes\":true}"))
                    .demandOk();
        });
        acknowledged.addAll(drafts.stream().map(Draft::id).toList());
        return rate;
    }

    /** Everybody looks in once before he works, as whoever works has. */
    private static void knock(World world, Map<Long, Session> learners, Map<Long, Session> administrators) {
        List<Session> all = new ArrayList<>(learners.values());
        all.addAll(administrators.values());
        Queue<Session> waiting = new ConcurrentLinkedQueue<>(all);
        new ClosedLoop(world.port(), CLIENTS).all(() -> {
            try (Wire wire = new Wire(world.port())) {
                for (Session next = waiting.poll(); next != null; next = waiting.poll()) {
                    wire.send(Request.get("/api/session", next)).demandOk();
                }
            }
        });
    }

    private interface Work {
        Consumer<Draft> over(Wire wire);
    }

    private static double rate(World world, List<Draft> drafts, Work work) {
        Queue<Draft> waiting = new ConcurrentLinkedQueue<>(drafts);
        long began = System.nanoTime();
        new ClosedLoop(world.port(), CLIENTS).all(() -> {
            try (Wire wire = new Wire(world.port())) {
                Consumer<Draft> one = work.over(wire);
                for (Draft next = waiting.poll(); next != null; next = waiting.poll()) {
                    one.accept(next);
                }
            }
        });
        return drafts.size() * 1e9 / (System.nanoTime() - began);
    }

    private static double bySql(World world, List<Draft> drafts) {
        Queue<Draft> waiting = new ConcurrentLinkedQueue<>(drafts);
        List<BareLine> lines = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                lines.add(new BareLine(world.database().asApplication().getConnection(), world.year()));
            }
            Queue<BareLine> free = new ConcurrentLinkedQueue<>(lines);
            long began = System.nanoTime();
            new ClosedLoop(world.port(), CLIENTS).all(() -> {
                BareLine line = free.remove();
                for (Draft next = waiting.poll(); next != null; next = waiting.poll()) {
                    line.write(next);
                }
            });
            return drafts.size() * 1e9 / (System.nanoTime() - began);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            lines.forEach(BareLine::close);
        }
    }

    private int countCreditedOnce(Connection loader) throws SQLException {
        try (var statement = loader.prepareStatement("""
                select count(*) from declaration.declaration
                 where id = any (?) and status = 'ACCEPTED' and 1 = (
                    select count(*) from ledger.entry where source_kind = 'DECLARATION' and source_key = declaration.id::text)
                """)) {
            statement.setArray(1, loader.createArrayOf("bigint", acknowledged.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
