package org.xueshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server that the platform brings along: what was acknowledged is there again, whatever ended it. */
class PostgresServerTest {

    @Test
    void rowsOutliveAnOrderlyStop() throws Exception {
        Path home = ScratchServer.home();
        try (PostgresServer server = ScratchServer.start(home)) {
            run(server, "create table kept (id int primary key)", "insert into kept values (7)");
        }
        try (PostgresServer server = ScratchServer.start(home)) {
            assertThat(numbers(server, "select id from kept")).containsExactly(7);
        }
    }

    @Test
    void theServerStartsAgainByItselfAfterAKillAndHasEveryAcknowledgedRow() throws Exception {
        try (PostgresServer server = ScratchServer.start(ScratchServer.home())) {
            run(server, "create table kept (id int primary key)");
            AtomicInteger acknowledged = new AtomicInteger();
            Thread writer = Thread.startVirtualThread(() -> writeUntilRefused(server, acknowledged));
            while (acknowledged.get() < 200) {
                Thread.onSpinWait();
            }
            String address = server.jdbcUrl("postgres");
            long killed = server.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            writer.join();

            awaitAnswer(server);
            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(server.jdbcUrl("postgres"))
                    .as("pools find it where it was")
                    .isEqualTo(address);
            assertThat(numbers(server, "select id from kept").size()).isGreaterThanOrEqualTo(acknowledged.get());
            run(server, "insert into kept values (1000000)");
        }
    }

    private static void writeUntilRefused(PostgresServer server, AtomicInteger acknowledged) {
        try (Connection connection = server.superuser("postgres");
                var insert = connection.prepareStatement("insert into kept values (?)")) {
            while (acknowledged.get() < 900_000) {
                insert.setInt(1, acknowledged.get());
                insert.executeUpdate();
                acknowledged.incrementAndGet();
            }
        } catch (SQLException killed) {
            // What was acknowledged until here must be there.
        }
    }

    @Test
    void itWritesBeforeItAcknowledgesAndListensToThisMachineAlone() throws Exception {
        Path home = ScratchServer.home();
        try (PostgresServer server = ScratchServer.start(home)) {
            assertThat(List.of(
                            text(server, "show fsync"),
                            text(server, "show synchronous_commit"),
                            text(server, "show full_page_writes"),
                            text(server, "show data_checksums")))
                    .containsOnly("on");
            assertThat(text(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(server, "show unix_socket_directories")).isEmpty();
            assertThat(text(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(permissions(home.resolve("cluster"))).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("secrets"))).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("secrets/postgres.password"))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void valuesOfStatementsStayOutOfTheServersLog() throws Exception {
        Path home = ScratchServer.home();
        try (PostgresServer server = ScratchServer.start(home);
                Connection connection = server.superuser("postgres")) {
            run(server, "create table secret (number text unique)");
            try (var insert = connection.prepareStatement("insert into secret values (?)")) {
                insert.setString(1, "11010519491231002X");
                insert.executeUpdate();
                assertThatThrownBy(insert::executeUpdate).hasMessageContaining("duplicate key");
            }
        }
        assertThat(logs(home)).contains("duplicate key").doesNotContain("11010519491231002X");
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        Path home = ScratchServer.home();
        try (PostgresServer first = ScratchServer.start(home)) {
            assertThatThrownBy(() -> ScratchServer.start(home))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another application uses")
                    .hasMessageContaining(home.toString());
            assertThat(numbers(first, "select 1")).containsExactly(1);
        }
    }

    @Test
    void aClusterThatWasOnlyHalfCreatedIsCreatedAnew() throws Exception {
        Path home = ScratchServer.home();
        Path half = Files.createDirectories(home.resolve("cluster-creating/base"));
        Files.writeString(half.resolveSibling("PG_VERSION"), "18");
        try (PostgresServer server = ScratchServer.start(home)) {
            assertThat(numbers(server, "select 1")).containsExactly(1);
            assertThat(home.resolve("cluster-creating")).doesNotExist();
        }
    }

    @Test
    void aServerLeftOverFromAKilledApplicationIsStoppedFirst() throws Exception {
        Path home = ScratchServer.home();
        ScratchServer.start(home).close();
        // As after a kill of the application where the kernel could not tell the server to stop.
        Path programs;
        try (Stream<Path> found = Files.list(home)) {
            programs = found.filter(path -> path.getFileName().toString().startsWith("server-"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> command =
                new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                home.resolve("cluster").toString(),
                "-p",
                "1",
                "-c",
                "listen_addresses=",
                "-c",
                "unix_socket_directories=" + ScratchServer.folder("s-")));
        Process orphan = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("orphan.log").toFile())
                .start();
        try {
            await(() -> {
                Path pidFile = home.resolve("cluster/postmaster.pid");
                return Files.exists(pidFile) && Files.readAllLines(pidFile).size() >= 8;
            });
            try (PostgresServer server = ScratchServer.start(home)) {
                assertThat(orphan.isAlive()).isFalse();
                assertThat(numbers(server, "select 1")).containsExactly(1);
            }
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void aStalePidFileThatNamesAnotherProcessStopsNobody() throws Exception {
        Path home = ScratchServer.home();
        ScratchServer.start(home).close();
        try (PostgresServer another = ScratchServer.start(ScratchServer.home())) {
            Files.writeString(home.resolve("cluster/postmaster.pid"), another.pid() + "\n" + home + "\n");
            long pid = another.pid();
            // The other server's number stands in our file, as it can after the machine was started anew.
            try (PostgresServer server = ScratchServer.start(home)) {
                assertThat(numbers(server, "select 1")).containsExactly(1);
            }
            assertThat(another.pid()).isEqualTo(pid);
            assertThat(numbers(another, "select 1")).containsExactly(1);
        }
    }

    @Test
    void aClusterThatCannotStartIsToldInsteadOfWaitedForForEver() throws Exception {
        Path home = ScratchServer.home();
        ScratchServer.start(home).close();
        Files.writeString(home.resolve("cluster/PG_VERSION"), "11");
        assertThatThrownBy(() -> ScratchServer.start(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("start.log");

        Files.writeString(home.resolve("cluster/PG_VERSION"), "18");
        ScratchServer.start(home).close();
    }

    @Test
    void aPasswordFileThatDoesNotFitTheClusterIsToldInsteadOfTriedForEver() throws Exception {
        Path home = ScratchServer.home();
        ScratchServer.start(home).close();
        Files.delete(home.resolve("secrets/postgres.password"));
        assertThatThrownBy(() -> ScratchServer.start(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("postgres.password")
                .hasMessageContaining("Put the right file back");
    }

    @Test
    void nothingOfTheServerIsLeftAfterItsEnd() throws Exception {
        PostgresServer server = ScratchServer.start(ScratchServer.home());
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        server.close();
        assertThat(family).hasSizeGreaterThan(1);
        // Its log writer ends once nobody writes any more.
        await(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        assertThatThrownBy(server::pid).isInstanceOf(IllegalStateException.class);
    }

    private static void run(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<Integer> numbers(PostgresServer server, String query) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<Integer> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        }
    }

    private static String text(PostgresServer server, String query) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void awaitAnswer(PostgresServer server) throws Exception {
        await(() -> {
            try {
                return !numbers(server, "select 1").isEmpty();
            } catch (SQLException notYet) {
                return false;
            }
        });
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.call()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Waited in vain for 20 seconds");
            }
            Thread.sleep(20);
        }
    }

    private static String logs(Path home) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("log"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
