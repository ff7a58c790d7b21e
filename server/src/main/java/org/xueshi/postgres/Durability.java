package org.xueshi.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Refuses to serve from a database that may forget what it acknowledged, whoever started it. */
final class Durability {

    private static final Map<String, Set<String>> DEMANDED = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"));

    private Durability() {}

    /** @throws IllegalStateException naming the first setting that would lose acknowledged writes */
    static void demand(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select current_setting(?)")) {
            for (Map.Entry<String, Set<String>> demanded : DEMANDED.entrySet()) {
                statement.setString(1, demanded.getKey());
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!demanded.getValue().contains(row.getString(1))) {
                        throw new IllegalStateException(
                                "PostgreSQL runs with %s=%s: acknowledged writes could be lost. Set it to one of %s."
                                        .formatted(demanded.getKey(), row.getString(1), demanded.getValue()));
                    }
                }
            }
        }
    }
}
