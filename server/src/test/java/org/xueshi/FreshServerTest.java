package org.xueshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.xueshi.platform.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform that was just installed, spoken to over the wire: how it is set up, and how its door answers what no browser sends. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestConfiguration.Folders.class)
class FreshServerTest {

    private static final Pattern TOKEN = Pattern.compile("one-time token: ([A-Z0-9-]+)");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
            + " worker-src 'self'; manifest-src 'self'; frame-src 'self' blob:; object-src 'none';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @Test
    void theFirstAdministratorSetsHimselfUpOnceWithTheTokenOfTheTerminal(CapturedOutput output) throws Exception {
        Matcher printed = TOKEN.matcher(output.getAll());
        assertThat(printed.find()).isTrue();
        String token = printed.group(1);
        assertThat(output.getAll().lines().filter(line -> line.contains(token)))
                .as("on the terminal once, and in no line of the log")
                .singleElement()
                .asString()
                .doesNotContain("INFO")
                .doesNotContain("org.xueshi");

        assertThat(body(get("/api/public/set-up")).get("open").asBoolean()).isTrue();
        HttpResponse<String> guessed = post("/api/public/set-up", setUp("ABCDE-ABCDE-ABCDE-ABCDE", "Lecture-2026!"));
        assertThat(guessed.statusCode()).isEqualTo(422);
        assertThat(body(guessed).at("/errors/0/message").asString()).isEqualTo("令牌不正确或已失效，请查看服务器终端");
        assertThat(body(post("/api/public/set-up", setUp(token, "12345678")))
                        .at("/detail")
                        .asString())
                .as("no weak password, not even here")
                .isEqualTo("请输入8~20位密码,请勿输入纯数字或纯字母");
        assertThat(post("/api/public/set-up", setUp(token, "Lecture-2026!")).statusCode())
                .isEqualTo(200);

        assertThat(body(get("/api/public/set-up")).get("open").asBoolean()).isFalse();
        HttpResponse<String> again = post("/api/public/set-up", setUp(token, "Lecture-2027!"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(body(again).get("code").asString()).isEqualTo("account.already-set-up");

        HttpResponse<String> login = post(
                "/api/session",
                Map.of("role", "SYSTEM_ADMIN", "login", ID_NUMBER, "password", "Lecture-2026!", "challenge", solve()));
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        assertThat(login.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(output.getAll()).doesNotContain(ID_NUMBER, "Lecture-2026!", "13912345678", "first@example.cn");
    }

    private static final String ID_NUMBER = IdNumbers.next();

    private static Map<String, Object> setUp(String token, String password) {
        return Map.of(
                "token", token,
                "name", "首任管理员",
                "documentType", "RIC",
                "documentNumber", ID_NUMBER,
                "phone", "13912345678",
                "email", "first@example.cn",
                "password", password);
    }

    private JsonNode solve() throws Exception {
        JsonNode given = body(get("/api/public/challenge"));
        int bits = given.get("bits").asInt();
        int work = 0;
        while (ByteBuffer.wrap(Sha256.of(given.get("salt").asString() + ":" + work))
                                .getInt()
                        >>> (32 - bits)
                != 0) {
            work++;
        }
        return json.createObjectNode()
                .put("token", given.get("token").asString())
                .put("work", Integer.toString(work));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/public/regions", "/api/session", "/api/nothing", "/api/people/abc", "/", "/nothing.js"})
    void everyAnswerCarriesTheHeadersThatProtectItsReader(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy")).contains(POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).contains("camera=(), microphone=(), geolocation=()");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        if (path.startsWith("/api/") && !path.equals("/api/public/regions")) {
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void noOtherSiteMayReadAnswers() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/api/public/regions")
                        .header("Origin", "https://elsewhere.example")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aFormOfMoreThanAMegabyteIsNotRead() throws Exception {
        byte[] large = ("{\"login\":\"" + "1".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))) {
            HttpResponse<String> answer = http.send(
                    request("/api/session")
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(body(answer).get("code").asString()).isEqualTo("platform.too-long");
        }
    }

    @Test
    void anUploadOfMoreThanTenMegabytesIsRefusedInWords() throws Exception {
        byte[] part = ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                        + "x".repeat(10 * 1024 * 1024 + 1) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = http.send(
                request("/api/public/registration-photos?token=0123456789abcdef0123")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(part))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(body(answer).get("detail").asString()).isEqualTo("单个文件不能超过 10 MB,请压缩后重新上传。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/session;jsessionid=1",
                "GET /api//session",
                "GET /api/./session",
                "GET /api/public/../session",
                "GET /api/public/%2e%2e/session",
                "GET /api/public/..%2fsession",
                "GET /api/session/",
                "GET /api/session%00",
                "GET /api/session%0d%0aX: 1",
                "GET /assets/..%5c..%5capplication.yaml",
                "GET /assets/%2e%2e/%2e%2e/application.yaml",
                "GET /application.yaml",
                "GET /messages.properties",
                "GET /db/migration/V007__account.sql",
                "GET /v3/api-docs",
                "GET /swagger-ui.html",
                "GET /api/contract",
                "TRACE /api/public/regions",
                "PATCH /api/public/regions",
                "DELETE /api/public/regions",
                "PROPFIND /api/public/regions",
                "JUNK /"
            })
    void whatNoPageOfOursAsksForIsRefusedWithoutTellingAnythingOfTheInside(String line) throws IOException {
        String answer = raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4[0-9][0-9].*");
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("org.", "java.", "jakarta", "select ", "spring:");
    }

    /** Where the web is built its page answers, and says that there is no such page; otherwise nothing does. */
    @ParameterizedTest
    @ValueSource(strings = {"/API/session", "/actuator", "/actuator/health", "/no/such/page"})
    void whatCouldBeAPageIsThePageAndNothingOfTheInside(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (404|200 .*<div id=\"app\").*");
        assertThat(answer).doesNotContain("UP", "_links", "exception");
    }

    @Test
    void aMethodInAHeaderIsNoMethod() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/api/public/regions")
                        .header("X-HTTP-Method-Override", "DELETE")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedHostDoesNotComeBackInAnAnswer() throws IOException {
        for (String path : List.of("/", "/api/session", "/nothing")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Connection: close\r\n\r\n"))
                    .doesNotContain("evil.example");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Object body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
