package org.xueshi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xueshi.platform.Sha256;

/** Both places in which bytes can lie behave alike: a folder, and a bucket that is spoken to over HTTP. */
class FileStoreTest {

    private static final byte[] BYTES = "佐证材料".repeat(5000).getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.hex(BYTES);

    private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void aBucketIsThere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void theBucketIsGone() {
        server.stop(0);
    }

    @Test
    void aFolderGivesBackWhatItWasGiven() throws IOException {
        behaves(new FolderStore(folder));
        assertThat(Files.walk(folder).filter(Files::isRegularFile)).isEmpty();
    }

    @Test
    void aBucketGivesBackWhatItWasGiven() throws IOException {
        try (BucketStore store = bucket()) {
            behaves(store);
        }
        assertThat(bucket).isEmpty();
    }

    @Test
    void aBucketThatIsAwayIsAnErrorAndNoLoss() {
        try (BucketStore store = bucket()) {
            server.stop(0);
            assertThatThrownBy(() -> store.put(HASH, BYTES)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.get(HASH)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingButAHashNamesAFile() {
        FolderStore store = new FolderStore(folder);
        for (String name : new String[] {
            "../../etc/passwd", "", HASH.substring(1), HASH + "/..", HASH.toUpperCase(java.util.Locale.ROOT)
        }) {
            assertThatThrownBy(() -> store.get(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theSettingsDoNotTellTheKey() {
        FilesSettings.S3 s3 = new FilesSettings.S3("http://localhost", "r", "b", "access", "secret-key");
        assertThat(s3.toString()).doesNotContain("secret-key").doesNotContain("access");
    }

    private static void behaves(FileStore store) throws IOException {
        store.put(HASH, BYTES);
        store.put(HASH, BYTES);
        assertThat(store.get(HASH)).isEqualTo(BYTES);
        store.delete(HASH);
        assertThatCode(() -> store.delete(HASH)).doesNotThrowAnyException();
        assertThatThrownBy(() -> store.get(HASH)).isInstanceOf(IOException.class);
    }

    private BucketStore bucket() {
        return new BucketStore(new FilesSettings.S3(
                "http://127.0.0.1:" + server.getAddress().getPort(), "us-east-1", "evidence", "access", "secret"));
    }

    /** The three verbs that are spoken, and the framing in which a body is sent that is signed while it flows. */
    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean signed = exchange.getRequestHeaders().getFirst("Authorization") instanceof String authorization
                && authorization.startsWith("AWS4-HMAC-SHA256 Credential=access/");
        byte[] found = bucket.get(key);
        int status = 200;
        byte[] answer = new byte[0];
        if (!signed || !key.startsWith("/evidence/")) {
            status = 403;
        } else if (exchange.getRequestMethod().equals("PUT")) {
            boolean framed = exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length");
            bucket.put(key, framed ? unframed(body) : body);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            bucket.remove(key);
            status = 204;
        } else if (found == null) {
            status = 404;
        } else {
            answer = found;
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private static byte[] unframed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String size = new String(body, at, end - at, StandardCharsets.US_ASCII).split(";")[0];
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return out.toByteArray();
            }
            out.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
    }
}
