package org.xueshi.bench.province;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.xueshi.vault.Vault;

/** Copies a province into an empty database. */
public final class Province {

    private static final List<String> COUNTED = List.of(
            "organization.organization",
            "person.person",
            "account.account",
            "account.role_grant",
            "declaration.declaration",
            "review.review_case",
            "review.step",
            "certificate.certificate");

    private final Scale scale;
    private final Vault vault;
    private final Connection target;

    /** @param target a connection that fires no triggers */
    public Province(Scale scale, Vault vault, Connection target) {
        this.scale = scale;
        this.vault = vault;
        this.target = target;
    }

    /**
     * Fills the database.
     *
     * @param reader another connection, to read what was judged while certificates are written
     * @param passwordHash everybody's
     * @param packFingerprint of the pack under which past years were closed
     * @param judge judges a year for everybody
     */
    public void fill(Connection reader, String passwordHash, byte[] packFingerprint, IntConsumer judge)
            throws SQLException {
        Stream.of(
                        new OrganizationTables(scale.places(), vault, passwordHash).tables(),
                        new PersonTables(scale, vault, passwordHash).tables(),
                        new DeclarationTables(scale).tables(),
                        new LedgerTables(scale).tables())
                .flatMap(List::stream)
                .forEach(this::copy);
        closePastYears(packFingerprint);
        execute("analyze");
        int now = scale.today().getYear();
        for (int year = now - 9; year <= now; year++) {
            judge.accept(year);
        }
        copy(new CertificateTable(scale, vault, reader).table());
        for (String table : COUNTED) {
            execute("select setval(pg_get_serial_sequence('%s', 'id'), (select max(id) from %s))"
                    .formatted(table, table));
        }
        execute("select setval('ledger.entry_id', (select max(id) from ledger.entry))");
        // As after a quiet night.
        execute("vacuum analyze");
        execute("checkpoint");
    }

    private void copy(MadeTable table) {
        long began = System.nanoTime();
        try {
            String sql = "copy %s (%s) from stdin".formatted(table.name(), table.columns());
            CopyText rows =
                    new CopyText(target.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
            table.rows().accept(rows);
            long count = rows.end();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.err.printf("  %-28s %,12d rows in %.1f s%n", table.name(), count, took.toMillis() / 1000.0);
        } catch (SQLException e) {
            throw new IllegalStateException(table.name(), e);
        }
    }

    private void closePastYears(byte[] packFingerprint) throws SQLException {
        try (var statement = target.prepareStatement("""
                insert into evaluation.closed_year (scheme, year, pack_version, pack_sha256, closed_at)
                select ?, year, 1, ?, make_date(year + 1, 2, 1) from generate_series(2012, ?) year
                """)) {
            statement.setString(1, Scale.SCHEME);
            statement.setBytes(2, packFingerprint);
            statement.setInt(3, scale.today().getYear() - 1);
            statement.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute(sql);
        }
    }
}
