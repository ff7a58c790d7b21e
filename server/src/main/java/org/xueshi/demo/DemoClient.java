package org.xueshi.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xueshi.platform.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody at a browser: speaks the platform's HTTP as the web application does. One of them for each demo person. */
final class DemoClient {

    private final HttpClient http;
    private final String address;
    private final JsonMapper json;
    private final Map<String, String> cookies = new HashMap<>();
    private @Nullable String workspace;

    DemoClient(HttpClient http, String address, JsonMapper json) {
        this.http = http;
        this.address = address;
        this.json = json;
    }

    /** A refusal, with the problem as it was told. */
    static final class Refusal extends RuntimeException {

        private final transient JsonNode problem;

        Refusal(String path, JsonNode problem) {
            super(path + ": " + problem);
            this.problem = problem;
        }

        String code() {
            return problem.path("code").asString("");
        }

        int status() {
            return problem.path("status").asInt(0);
        }

        JsonNode facts() {
            return problem.path("facts");
        }
    }

    void login(String role, String login, String password) {
        ObjectNode form = json.createObjectNode();
        form.put("role", role);
        form.put("login", login);
        form.put("password", password);
        form.set("challenge", solvedChallenge());
        workspace = post("/api/session", form).get("chosen").asString();
    }

    /** The answer to a challenge, by the work that needs no eyes. */
    JsonNode solvedChallenge() {
        JsonNode given = get("/api/public/challenge");
        String salt = given.get("salt").asString();
        int bits = given.get("bits").asInt();
        int work = 0;
        while (ByteBuffer.wrap(Sha256.of(salt + ":" + work)).getInt() >>> (Integer.SIZE - bits) != 0) {
            work++;
        }
        return json.createObjectNode()
                .put("token", given.get("token").asString())
                .put("work", Integer.toString(work));
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, Object body) {
        return post(path, body, UUID.randomUUID());
    }

    /** The same key again means the same intention again: the platform answers as it did the first time. */
    JsonNode post(String path, Object body, UUID key) {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    JsonNode upload(String path, String name, String type, byte[] content) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(boundary, name, type))
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return request(path, UUID.randomUUID());
    }

    private HttpRequest.Builder request(String path, UUID key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", key.toString())
                .header("Sec-Fetch-Site", "same-origin");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (workspace != null) {
            request.header("Xueshi-Workspace", workspace);
        }
        return request;
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            JsonNode body = response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new Refusal(request.uri().getPath(), body);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
