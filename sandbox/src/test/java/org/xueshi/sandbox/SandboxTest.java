package org.xueshi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Mail goes in by SMTP, and comes out on the pages and as JSON. */
class SandboxTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(new SandboxSettings(0, 0));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aMailComesOutAsJsonAsItWentIn() throws Exception {
        send("lixiaohua@example.org", "学时申报已退回", "李晓华，您好：\n请补充佐证材料。");
        List<Mail> mails = mails("?to=LiXiaohua@example.org");
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("lixiaohua@example.org");
            assertThat(mail.from()).isEqualTo("学时平台 <no-reply@example.org>");
            assertThat(mail.subject()).isEqualTo("学时申报已退回");
            assertThat(mail.text()).isEqualTo("李晓华，您好：\n请补充佐证材料。");
            assertThat(Duration.between(mail.receivedAt(), Instant.now())).isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void theListShowsTheNewestFirstAndThePageOfOneItsText() throws Exception {
        send("a@example.org", "第一封", "甲");
        send("b@example.org", "第二封", "乙的正文");
        String list = get("/").body();
        assertThat(list).contains("共 2 封").containsSubsequence("b@example.org", "第二封", "a@example.org", "第一封");
        long second = mails("?to=b@example.org").getFirst().id();
        assertThat(list).contains("href=\"/mails/" + second + "\"");
        assertThat(get("/mails/" + second).body()).contains("第二封", "乙的正文").doesNotContain("第一封");
    }

    @Test
    void whatAMailSaysIsTextAndNeverMarkup() throws Exception {
        send("eve@example.org", "<script>alert(1)</script>", "\"a\" & 'b' <img src=x onerror=alert(2)>");
        long id = mails("").getFirst().id();
        String list = get("/").body();
        String page = get("/mails/" + id).body();
        String filtered = get("/?to=" + encoded("\"><script>")).body();
        assertThat(list).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page).contains("&quot;a&quot; &amp; &#39;b&#39; &lt;img src=x onerror=alert(2)&gt;");
        assertThat(filtered).contains("value=\"&quot;&gt;&lt;script&gt;\"");
        assertThat(Stream.of(list, page, filtered))
                .noneMatch(each -> each.contains("<script") || each.contains("<img"));
        assertThat(mails("").getFirst().subject()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void thePageFiltersByAPartOfTheAddressAndJsonByTheWhole() throws Exception {
        send("li@example.org", "给李", "一");
        send("wangli@example.org", "给王", "二");
        assertThat(get("/?to=LI%40").body()).contains("给李", "给王");
        assertThat(get("/?to=wang").body()).contains("给王").doesNotContain("给李");
        assertThat(get("/?to=nobody").body()).contains("没有寄给“nobody”的邮件");
        assertThat(mails("?to=li@example.org")).extracting(Mail::subject).containsExactly("给李");
    }

    @Test
    void everyRecipientGetsAMailOfTheirOwnWhateverThePassword() throws Exception {
        MimeMessage message = message("a@example.org", "通知");
        message.addRecipients(Message.RecipientType.BCC, "hidden@example.org");
        message.setText("同一封", "UTF-8");
        Transport.send(message, "anybody", "any password");
        assertThat(mails("")).extracting(Mail::to).containsExactlyInAnyOrder("a@example.org", "hidden@example.org");
    }

    @Test
    void ofSeveralPartsThePlainTextIsShown() throws Exception {
        MimeMessage message = message("a@example.org", "两种");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<b>网页</b>", "text/html; charset=UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("纯文本", "UTF-8");
        message.setContent(new MimeMultipart("alternative", html, plain));
        Transport.send(message);
        assertThat(mails("").getFirst().text()).isEqualTo("纯文本");
    }

    @Test
    void aMailThatNobodyCanTakeApartIsAcceptedAndShownAsItCame() throws Exception {
        sendRaw("Content-Type: multipart/mixed\r\nFrom: <<broken\r\n\r\n没有分隔符\r\n第二行\r\n");
        sendRaw("Content-Type: text/plain; charset=x-unheard-of\r\nContent-Transfer-Encoding: 8bit\r\n\r\n未知编码\r\n");
        List<Mail> mails = mails("");
        assertThat(mails).extracting(Mail::text).containsExactly("未知编码", "没有分隔符\n第二行");
        assertThat(mails).extracting(Mail::from).containsExactly("sender@example.org", "sender@example.org");
        assertThat(get("/").body()).contains("（无主题）");
    }

    @Test
    void anAddressInTheTextIsALinkThatEndsBeforeChinesePunctuation() throws Exception {
        send("a@example.org", "设置密码", "请打开 https://example.org/p?a=1&token=x_-，两小时内有效。");
        assertThat(get("/mails/" + mails("").getFirst().id()).body())
                .contains("<a href=\"https://example.org/p?a=1&amp;token=x_-\" rel=\"noopener noreferrer\">"
                        + "https://example.org/p?a=1&amp;token=x_-</a>，两小时内有效。");
    }

    @Test
    void clearingLeavesNothing() throws Exception {
        send("a@example.org", "旧的", "旧");
        assertThat(request("/api/mails", "DELETE").statusCode()).isEqualTo(204);
        assertThat(mails("")).isEmpty();
        assertThat(get("/").body()).contains("还没有邮件");
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        assertThat(get("/mails/999").statusCode()).isEqualTo(404);
        assertThat(get("/mails/999").body()).contains("没有这封邮件");
        assertThat(get("/etc/passwd").statusCode()).isEqualTo(404);
        assertThat(request("/api/mails", "PUT").statusCode()).isEqualTo(405);
        assertThat(get("/?to=%E4%BD%A0").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheLastThousandAreKept() {
        Mailbox mailbox = new Mailbox();
        for (int i = 1; i <= 1001; i++) {
            mailbox.put("a@example.org", "b@example.org", "第" + i, "", Instant.EPOCH);
        }
        assertThat(mailbox.all()).hasSize(1000);
        assertThat(mailbox.all().getFirst().subject()).isEqualTo("第1001");
        assertThat(mailbox.all().getLast().subject()).isEqualTo("第2");
    }

    @Test
    void aTakenPortIsRefused() {
        assertThatThrownBy(() -> new Sandbox(new SandboxSettings(sandbox.smtpPort(), 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(String.valueOf(sandbox.smtpPort()));
        assertThatThrownBy(() -> new Sandbox(new SandboxSettings(0, sandbox.webPort())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(String.valueOf(sandbox.webPort()));
    }

    @Test
    void thePortsAreArguments() {
        assertThat(SandboxSettings.of()).isEqualTo(new SandboxSettings(2525, 8025));
        assertThat(SandboxSettings.of("--web-port=9", "--smtp-port=8")).isEqualTo(new SandboxSettings(8, 9));
        assertThatThrownBy(() -> SandboxSettings.of("--port=1")).hasMessage("No such argument: --port=1");
        assertThatThrownBy(() -> SandboxSettings.of("help")).hasMessage("No such argument: help");
        assertThatThrownBy(() -> SandboxSettings.of("--web-port=70000")).hasMessage("Not a port: --web-port=70000");
    }

    private void send(String to, String subject, String text) throws MessagingException, IOException {
        MimeMessage message = message(to, subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    /** Sends what may be no proper mail, byte for byte. */
    private void sendRaw(String source) throws MessagingException {
        Session session = session();
        session.getProperties().put("mail.smtp.from", "sender@example.org");
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(bytes)),
                    InternetAddress.parse("odd@example.org"));
        }
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(sandbox.smtpPort()));
        return Session.getInstance(properties);
    }

    private MimeMessage message(String to, String subject) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress("no-reply@example.org", "学时平台", "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private List<Mail> mails(String query) throws IOException, InterruptedException {
        return List.of(JsonMapper.shared().readValue(get("/api/mails" + query).body(), Mail[].class));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return request(path, "GET");
    }

    private HttpResponse<String> request(String path, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.webPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
