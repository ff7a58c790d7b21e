package org.xueshi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xueshi.bench.load.Request;
import org.xueshi.bench.load.Wire;

/** The packaged server as a process of its own, started as {@code bin/run} starts it. */
final class RunningServer implements AutoCloseable {

    private static final int LONGEST_START_SECONDS = 120;

    private final Process process;
    private final int port;

    RunningServer(Path jar, Path data) throws IOException {
        this.port = freePort();
        Files.createDirectories(data);
        Path log = data.resolve("server.log");
        this.process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--management.server.port=" + freePort(),
                        "--xueshi.data=" + data))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady(log);
    }

    int port() {
        return port;
    }

    private void awaitReady(Path log) throws IOException {
        for (int i = 0; i < LONGEST_START_SECONDS * 10; i++) {
            try (Wire wire = new Wire(port)) {
                if (wire.send(Request.get("/api/public/set-up")).status() == 200) {
                    return;
                }
            } catch (java.io.UncheckedIOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
            }
            pause();
        }
        process.destroy();
        throw new IOException("The server did not start; see " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
