package org.xueshi.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The three who may speak to the embedded database: the superuser (only for this), the owner (runs the migrations) and the
 * application (owns nothing, so it can neither switch off a trigger nor grant itself what a migration withheld).
 */
final class PostgresRoles {

    static final String DATABASE = "xueshi";
    static final String OWNER = "xueshi_owner";
    static final String APPLICATION = "xueshi_app";

    private PostgresRoles() {}

    static void ensure(PostgresServer server, String ownerPassword, String applicationPassword) throws SQLException {
        try (Connection connection = server.superuser("postgres")) {
            ensureRole(connection, OWNER, ownerPassword);
            ensureRole(connection, APPLICATION, applicationPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(connection, "create database xueshi owner xueshi_owner");
            }
        }
        try (Connection connection = server.superuser(DATABASE)) {
            execute(connection, "revoke create on schema public from public");
            execute(connection, "revoke temporary on database xueshi from public");
        }
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        String verb = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
        // Role statements take no parameters; the server itself does the quoting.
        try (PreparedStatement quoted = connection.prepareStatement("select format(?, ?::text)")) {
            quoted.setString(1, verb + " role " + role + " login password %L");
            quoted.setString(2, password);
            try (var row = quoted.executeQuery()) {
                row.next();
                execute(connection, row.getString(1));
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
