package org.xueshi.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server beside the platform's, for tests that need databases of their own: one for the whole run, a migrated database
 * for whoever asks.
 */
public final class ScratchServer {

    private static final String OWNER_PASSWORD = "owner";
    private static final String APPLICATION_PASSWORD = "application";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable PostgresServer shared;
    private static @Nullable Path programs;

    private ScratchServer() {}

    /** A fresh folder below the build's, that already holds the unpacked programs: unpacking is slow and has a test of its own. */
    static Path home() throws IOException {
        synchronized (ScratchServer.class) {
            if (programs == null) {
                programs = PostgresBinaries.unpack(folder("programs-"));
            }
        }
        Path home = folder("postgres-");
        Files.createSymbolicLink(home.resolve(requireNonNull(programs).getFileName()), programs);
        return home;
    }

    /** A folder below the build's. */
    public static Path folder(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), prefix)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresServer start(Path home) throws IOException, InterruptedException {
        return new PostgresServer(new PostgresSettings(home, 0, "32MB", 30), home.resolve("secrets"));
    }

    /** A migrated database that nobody else uses, as the application sees it. */
    public static DSLContext database() {
        return DSL.using(source(), SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    }

    /** The same as a data source. */
    public static PGSimpleDataSource source() {
        try {
            return open();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static PGSimpleDataSource open() throws IOException, SQLException, InterruptedException {
        PostgresServer server = shared();
        String name = "scratch_" + COUNT.incrementAndGet();
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + PostgresRoles.DATABASE);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl(name));
        source.setUser(PostgresRoles.APPLICATION);
        source.setPassword(APPLICATION_PASSWORD);
        return source;
    }

    private static synchronized PostgresServer shared() throws IOException, SQLException, InterruptedException {
        if (shared == null) {
            PostgresServer started = start(home());
            PostgresRoles.ensure(started, OWNER_PASSWORD, APPLICATION_PASSWORD);
            Flyway.configure()
                    .dataSource(started.jdbcUrl(PostgresRoles.DATABASE), PostgresRoles.OWNER, OWNER_PASSWORD)
                    .defaultSchema("flyway")
                    .createSchemas(true)
                    .placeholders(java.util.Map.of("app_role", PostgresRoles.APPLICATION))
                    .load()
                    .migrate();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
            shared = started;
        }
        return shared;
    }

    private static void close(PostgresServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
