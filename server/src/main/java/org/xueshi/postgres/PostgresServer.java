package org.xueshi.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xueshi.vault.SecretFile;

/**
 * A PostgreSQL server owned by this process: created on first use, started with durability on, watched and started again when it
 * dies, stopped cleanly. When this process is killed, the kernel tells the server to shut down; when both are killed, the next
 * start waits for the server's crash recovery, however long it takes.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String WRONG_PASSWORD = "28P01";

    /** A server of an earlier run may need a moment to die; what still fails after this many starts needs somebody to look at it. */
    private static final int MOST_VAIN_STARTS = 5;

    private final PostgresSettings settings;
    private final SecretFile superuserPassword;
    private final Path cluster;
    private final Path programs;
    private final FileChannel lock;
    private final int port;
    private final Thread supervisor;
    private volatile @Nullable Process process;
    private volatile boolean ready;
    private volatile boolean stopping;

    /** Starts the server; returns when it answers queries. */
    PostgresServer(PostgresSettings settings, Path secrets) throws IOException, InterruptedException {
        this.settings = settings;
        Path home = Files.createDirectories(settings.directory()).toAbsolutePath();
        this.cluster = home.resolve("cluster");
        // The kernel's parent-death signal follows the thread that started the server: this one lives as long as we do.
        this.supervisor = new Thread(this::supervise, "postgres-supervisor");
        supervisor.setDaemon(true);
        this.lock = lock(home);
        try {
            this.programs = PostgresBinaries.unpack(home);
            this.superuserPassword = SecretFile.createdOnce(secrets.resolve("postgres.password"));
            this.port = settings.port() == 0 ? freePort() : settings.port();
            if (!Files.exists(cluster)) {
                create(home);
            }
            stopLeftOver();
            supervisor.start();
            awaitReady();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=xueshi&reWriteBatchedInserts=true&tcpKeepAlive=true"
                .formatted(port, database);
    }

    /** A connection as the server's superuser, for creating roles and the database, and for tests. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", superuserPassword.text());
    }

    /** The server's process id, for operators and tests. */
    public long pid() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("The server is not running");
        }
        return running.pid();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopping = true;
        Process running = process;
        if (running != null && running.isAlive()) {
            stop(running);
        }
        supervisor.interrupt();
        supervisor.join();
        lock.close();
    }

    private void stop(Process running) throws IOException, InterruptedException {
        run(
                programs.resolve("bin/pg_ctl").toString(),
                "stop",
                "-D",
                cluster.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "120");
        if (!running.waitFor(5, TimeUnit.SECONDS)) {
            log.warn("PostgreSQL did not stop in time; the next start will recover");
        }
    }

    private void create(Path home) throws IOException, InterruptedException {
        Path half = home.resolve("cluster-creating");
        PostgresBinaries.deleteTree(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        int code = run(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + half,
                "--username=postgres",
                "--pwfile=" + superuserPassword.path(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (code != 0) {
            throw new IOException("initdb failed with code " + code + "; see the lines above");
        }
        Files.move(half, cluster);
    }

    /**
     * A server that outlived its application (killed together with the parent-death signal's reach) is stopped first. The number in
     * the server's file may belong to somebody else by now, after the machine was started anew: then the file alone is removed.
     */
    private void stopLeftOver() throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<String> command = commandOf(pidFile);
        if (command.isEmpty()) {
            return;
        }
        if (command.get().contains("/postgres ") && command.get().contains(cluster.toString())) {
            log.info("A PostgreSQL of an earlier run is still there: stopping it");
            run(
                    programs.resolve("bin/pg_ctl").toString(),
                    "stop",
                    "-D",
                    cluster.toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "120");
        } else {
            Files.delete(pidFile);
        }
    }

    /** The command line of the living process that a pid file names. */
    private static Optional<String> commandOf(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(first))
                        .flatMap(found -> found.info().commandLine())
                : Optional.empty();
    }

    private void supervise() {
        Duration pause = SHORTEST_PAUSE;
        for (int starts = 1; !stopping; starts++) {
            try {
                long began = System.nanoTime();
                String end = runToItsEnd();
                if (stopping || (!ready && starts == MOST_VAIN_STARTS)) {
                    return;
                }
                boolean ranAWhile = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                pause = ranAWhile ? SHORTEST_PAUSE : pause;
                log.error("PostgreSQL {}: starting it again in {} ms", end, pause.toMillis());
                Thread.sleep(pause);
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Says how the server ended. */
    private String runToItsEnd() throws InterruptedException {
        try {
            Process started = launch();
            process = started;
            return "ended with code " + started.waitFor();
        } catch (IOException e) {
            return "could not be started (" + e.getMessage() + ")";
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(asServerUser());
        if (isExecutable("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        command.add(programs.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        serverSettings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        cluster.resolveSibling("start.log").toFile()))
                .start();
    }

    private List<String> serverSettings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                // What was acknowledged is on disk. Durability asserts these at every start.
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=" + settings.maxConnections(),
                "shared_buffers=" + settings.sharedBuffers(),
                "max_wal_size=2GB",
                "checkpoint_timeout=15min",
                "random_page_cost=1.1",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=on",
                "log_directory=" + cluster.resolveSibling("log"),
                "log_filename=postgresql-%a.log",
                "log_truncate_on_rotation=on",
                "log_rotation_age=1d",
                // Values of statements can be personal: they stay out of the log.
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    private void awaitReady() throws IOException, InterruptedException {
        while (true) {
            try (Connection ignored = superuser("postgres")) {
                ready = true;
                return;
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
                    throw new IOException(
                            ("The password in %s is not the one of the database in %s. Put the right file back.")
                                    .formatted(superuserPassword.path(), cluster),
                            e);
                }
                // Recovery after a crash answers "starting up": that is progress, and there is no limit to it.
                boolean recovering = CANNOT_CONNECT_NOW.equals(e.getSQLState());
                if (!recovering && !supervisor.isAlive()) {
                    throw new IOException("PostgreSQL did not start; see " + cluster.resolveSibling("start.log"), e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** PostgreSQL refuses to run as root: where we are root, it runs in a user namespace in which it is nobody. */
    private static List<String> asServerUser() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? List.of("unshare", "-U") : List.of();
    }

    private int run(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(asServerUser());
        whole.addAll(List.of(command));
        return builder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        cluster.resolveSibling("start.log").toFile()))
                .start()
                .waitFor();
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(programs.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("application.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isHeld(channel)) {
            channel.close();
            throw new IOException(
                    "Another application uses " + home + ": stop it first, or give each its own directory");
        }
        return channel;
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isExecutable(String program) {
        return List.of("/usr/bin/", "/bin/").stream().anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
