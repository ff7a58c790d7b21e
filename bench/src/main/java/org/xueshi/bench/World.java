package org.xueshi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.xueshi.account.GateKeys;
import org.xueshi.bench.load.Session;
import org.xueshi.bench.province.Places;
import org.xueshi.bench.province.Province;
import org.xueshi.bench.province.Scale;

/** A running server with a province in it. */
final class World implements AutoCloseable {

    /** Everybody's. */
    static final String PASSWORD = "Spring-Rain-4821";

    private static final String FILLED = "filled";

    private final Options options;
    private final Scale scale;
    private final Path data;
    private final RunningServer server;
    private final Database database;
    private final ServerParts parts;

    World(Options options, int people) throws IOException, SQLException {
        this.options = options;
        this.data = options.folder().resolve("province-" + people);
        if (!options.keep() || !Files.exists(data.resolve(FILLED))) {
            deleteTree(data);
        }
        System.err.printf("A province of %,d people: %s%n", people, data);
        this.server = new RunningServer(options.jar(), data);
        this.database = new Database(data);
        this.parts = new ServerParts(database, data);
        this.scale = Scale.of(people, LocalDate.now(parts.clock()));
        if (!Files.exists(data.resolve(FILLED))) {
            fill();
            Files.createFile(data.resolve(FILLED));
        }
    }

    private void fill() throws SQLException {
        try (Connection target = database.asLoader();
                Connection reader = database.asLoader()) {
            new Province(scale, parts.vault(), target)
                    .fill(
                            reader,
                            parts.gate().hash(PASSWORD),
                            parts.yearJob().packFingerprint(Scale.SCHEME),
                            year -> parts.yearJob().judge(Scale.SCHEME, year));
        }
    }

    Options options() {
        return options;
    }

    Scale scale() {
        return scale;
    }

    Places places() {
        return scale.places();
    }

    int port() {
        return server.port();
    }

    Database database() {
        return database;
    }

    ServerParts parts() {
        return parts;
    }

    int year() {
        return scale.today().getYear();
    }

    /** Sessions of learners, as fresh as if they had just logged in. */
    List<Session> learners(List<Long> people) {
        return sessions(people).stream()
                .map(key -> new Session(key.cookie(), "LEARNER"))
                .toList();
    }

    /** The session of an organization's administrator. */
    Session administrator(long organization) {
        long account = Places.administrator(organization);
        return new Session(sessions(List.of(account)).getFirst().cookie(), Long.toString(account));
    }

    private List<GateKeys.Key> sessions(List<Long> accounts) {
        List<GateKeys.Key> keys = accounts.stream().map(parts.gate()::key).toList();
        try (Connection connection = database.asLoader();
                var insert = connection.prepareStatement(
                        "insert into account.session"
                                + " (id, account_id, device, address, began_at, seen_at) values (?, ?, 'bench', '127.0.0.1', ?, ?)")) {
            for (int i = 0; i < keys.size(); i++) {
                insert.setBytes(1, keys.get(i).hash());
                insert.setLong(2, accounts.get(i));
                insert.setObject(3, Instant.now().atOffset(ZoneOffset.UTC));
                insert.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    @Override
    public void close() {
        parts.close();
        server.close();
        if (!options.keep()) {
            deleteTree(data.resolve("postgres"));
        }
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var walk = Files.walk(root)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
