package org.xueshi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox on loopback: pages for people, {@code /api/mails} for tests. */
final class MailboxWeb implements AutoCloseable {

    private static final Pattern ONE_MAIL = Pattern.compile("/mails/([0-9]{1,18})");

    private final Mailbox mailbox;
    private final JsonMapper json = JsonMapper.shared();
    private final byte[] style = style();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** @param port 0 for any that is free */
    MailboxWeb(int port, Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        this.server = listening(port);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                send(exchange, answer(exchange));
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer listening(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new IllegalStateException("No mailbox page on port " + port + ": is it taken?", e);
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String to = parameter(exchange.getRequestURI().getRawQuery(), "to").strip();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /" -> html(200, MailboxPages.list(mailbox.toAddressesLike(to), to));
            case "GET /mailbox.css" -> new Answer(200, "text/css; charset=utf-8", style);
            case "GET /api/mails" -> json(to.isEmpty() ? mailbox.all() : mailbox.to(to));
            case "DELETE /api/mails" -> {
                mailbox.clear();
                yield Answer.empty(204);
            }
            default -> exchange.getRequestMethod().equals("GET") ? oneMail(path) : Answer.empty(405);
        };
    }

    private Answer oneMail(String path) {
        Matcher one = ONE_MAIL.matcher(path);
        return Optional.of(one)
                .filter(Matcher::matches)
                .flatMap(found -> mailbox.find(Long.parseLong(found.group(1))))
                .map(mail -> html(200, MailboxPages.mail(mail)))
                .orElseGet(() -> html(404, MailboxPages.missing()));
    }

    private Answer json(Object value) {
        return new Answer(200, "application/json", json.writeValueAsBytes(value));
    }

    private static Answer html(int status, Html page) {
        return new Answer(status, "text/html; charset=utf-8", page.markup().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'");
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static String parameter(@Nullable String query, String name) {
        return Stream.ofNullable(query)
                .flatMap(all -> Stream.of(all.split("&", -1)))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static byte[] style() {
        try (InputStream css = Objects.requireNonNull(MailboxWeb.class.getResourceAsStream("mailbox.css"))) {
            return css.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(int status, String type, byte[] body) {

        static Answer empty(int status) {
            return new Answer(status, "text/plain; charset=utf-8", new byte[0]);
        }
    }
}
