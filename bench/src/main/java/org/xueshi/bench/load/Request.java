package org.xueshi.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes of a request, as the web application sends them. */
public record Request(byte[] bytes) {

    public static Request get(String path) {
        return get(path, null);
    }

    public static Request get(String path, @Nullable Session session) {
        return new Request((head("GET", path, session) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public static Request post(String path, @Nullable Session session, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = (head("POST", path, session)
                        + "Idempotency-Key: " + UUID.randomUUID() + "\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return new Request(whole);
    }

    private static String head(String method, String path, @Nullable Session session) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n";
        return session == null
                ? head
                : head + "Cookie: " + session.cookie() + "\r\nXueshi-Workspace: " + session.workspace() + "\r\n";
    }
}
