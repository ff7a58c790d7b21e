package org.xueshi;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.xueshi.account.TestAccounts;
import org.xueshi.platform.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP for tests as a browser would: with a session, a workspace, JSON, and a fresh idempotency key for every write. */
@Component
public class Browser {

    private final MockMvc http;
    private final JsonMapper json;
    private final TestAccounts accounts;
    private final Map<Caller, Cookie> sessions = new WeakHashMap<>();

    Browser(MockMvc http, JsonMapper json, TestAccounts accounts) {
        this.http = http;
        this.json = json;
        this.accounts = accounts;
    }

    /** An answer. */
    public record Answer(int status, String text, MockHttpServletResponse response, JsonMapper json) {

        public JsonNode body() {
            return json.readTree(text);
        }

        /** A member of the answer, by JSON pointer. */
        public JsonNode at(String pointer) {
            return body().at(pointer);
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected %d, got %d: %s".formatted(expected, status, text));
            }
            return this;
        }
    }

    /** Logs everybody in anew: after a clock was set ahead, the old sessions have ended. */
    public void forgetSessions() {
        sessions.clear();
    }

    public Answer get(@Nullable Caller caller, String path, Object... values) {
        return send(caller, request(HttpMethod.GET, path, values));
    }

    public Answer post(@Nullable Caller caller, String path, @Nullable Object body) {
        return write(caller, HttpMethod.POST, path, body, UUID.randomUUID());
    }

    public Answer put(@Nullable Caller caller, String path, @Nullable Object body) {
        return write(caller, HttpMethod.PUT, path, body, UUID.randomUUID());
    }

    public Answer delete(@Nullable Caller caller, String path) {
        return write(caller, HttpMethod.DELETE, path, null, UUID.randomUUID());
    }

    public Answer write(@Nullable Caller caller, HttpMethod method, String path, @Nullable Object body, UUID key) {
        var builder = request(method, path).header("Idempotency-Key", key.toString());
        if (body != null) {
            builder.contentType(MediaType.APPLICATION_JSON)
                    .content(body instanceof String text ? text : json.writeValueAsString(body));
        }
        return send(caller, builder);
    }

    public Answer upload(@Nullable Caller caller, String path, String name, byte[] content) {
        return send(
                caller,
                MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile("file", name, null, content))
                        .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Answer send(@Nullable Caller caller, AbstractMockHttpServletRequestBuilder<?> builder) {
        builder.header("Sec-Fetch-Site", "same-origin").secure(true);
        if (caller != null) {
            builder.cookie(sessions.computeIfAbsent(caller, accounts::session))
                    .header("Xueshi-Workspace", accounts.workspace(caller));
        }
        try {
            MockHttpServletResponse response = http.perform(builder).andReturn().getResponse();
            return new Answer(
                    response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response, json);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
