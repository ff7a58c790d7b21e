package org.xueshi.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged platform as a process of its own, which a test can kill as hard as it likes. */
final class RunningPlatform implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("one-time token: ([A-Z0-9-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path data;
    private final int port = freePort();
    private @Nullable Process process;
    private CompletableFuture<String> token = new CompletableFuture<>();

    RunningPlatform(Path data) {
        this.data = data;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it serves. */
    void start() throws IOException, InterruptedException {
        CompletableFuture<String> printed = new CompletableFuture<>();
        token = printed;
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx512m",
                        "-jar",
                        System.getProperty("xueshi.jar"),
                        "--server.port=" + port,
                        "--management.server.port=" + freePort(),
                        "--xueshi.data=" + data,
                        "--spring.mail.port=1")
                .redirectErrorStream(true)
                .start();
        process = started;
        Thread.ofVirtual().start(() -> readOutput(started, printed));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The platform did not start; see " + data.resolve("output.log"));
            }
            Thread.sleep(100);
        }
    }

    private void readOutput(Process started, CompletableFuture<String> printed) {
        try (BufferedReader lines = started.inputReader();
                var log = Files.newBufferedWriter(
                        data.resolve("output.log"),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.newLine();
                log.flush();
                Matcher found = TOKEN.matcher(line);
                if (found.find()) {
                    printed.complete(found.group(1));
                }
            }
        } catch (IOException killed) {
            // The pipe breaks when the process is killed.
        }
    }

    private boolean answers() {
        try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The token with which the first administrator sets himself up. */
    String token() throws InterruptedException, ExecutionException, TimeoutException {
        return token.get(60, TimeUnit.SECONDS);
    }

    /** kill -9 of the application. */
    void killApplication() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** kill -9 of the database server. */
    void killDatabase() throws IOException {
        ProcessHandle.of(databasePid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private long databasePid() throws IOException {
        return Long.parseLong(postmaster().getFirst().strip());
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
    }

    Connection superuser() throws IOException, SQLException {
        String password =
                Files.readString(data.resolve("secrets/postgres.password")).strip();
        int databasePort = Integer.parseInt(postmaster().get(3).strip());
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/xueshi", "postgres", password);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
