package org.xueshi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The running server's own database: as its superuser to fill it, as the application to measure against. */
final class Database {

    private static final int PORT_LINE = 3;

    private final Path secrets;
    private final int port;

    Database(Path data) {
        this.secrets = data.resolve("secrets");
        try {
            this.port = Integer.parseInt(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                    .get(PORT_LINE)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PGSimpleDataSource asApplication() {
        return source("xueshi_app", "postgres-application.password");
    }

    /** A connection that no trigger and no foreign key disturbs: what is made up is right by making. */
    Connection asLoader() throws SQLException {
        Connection connection = source("postgres", "postgres.password").getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
        }
        return connection;
    }

    private PGSimpleDataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("xueshi");
        source.setUser(user);
        try {
            source.setPassword(Files.readString(secrets.resolve(password)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source;
    }
}
