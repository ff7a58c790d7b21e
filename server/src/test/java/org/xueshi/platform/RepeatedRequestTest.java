package org.xueshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.xueshi.platform.db.Tables.ANSWERED_REQUEST;
import static org.xueshi.platform.db.Tables.AUDIT_ENTRY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.organization.Organization;

/** Writing twice what was meant once: a lost answer, a double click, a key used for something else. */
@PlatformTest
class RepeatedRequestTest {

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private DSLContext database;

    private Caller admin;
    private Caller person;
    private String path;

    @BeforeEach
    void somebodyWaitsForADecision() {
        Organization employer = province.employer(null);
        admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        person = province.pending(employer, "李重复");
        path = "/api/registrations/" + person.person() + "/decisions";
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndHappensOnce() {
        UUID key = UUID.randomUUID();
        Browser.Answer first = send(key, Map.of("passes", true)).expect(200);
        Browser.Answer again = send(key, Map.of("passes", true)).expect(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(steps("review.review_case")).isEqualTo(2);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        UUID key = UUID.randomUUID();
        send(key, Map.of("passes", true)).expect(200);
        Browser.Answer other =
                send(key, Map.of("passes", false, "reason", "照片不符")).expect(422);
        assertThat(other.at("/code").asString()).isEqualTo("platform.key-reused");
        assertThat(other.at("/detail").asString()).contains("刷新页面后重新提交");
    }

    @Test
    void theSameKeyOnAnotherPathIsRefused() {
        UUID key = UUID.randomUUID();
        send(key, Map.of("passes", true)).expect(200);
        browser.write(
                        admin,
                        HttpMethod.POST,
                        "/api/people/" + person.person() + "/looks",
                        Map.of("reason", "核对证件号"),
                        key)
                .expect(422);
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        UUID key = UUID.randomUUID();
        send(key, Map.of("passes", true)).expect(200);
        Organization elsewhere = province.employer(null);
        Caller other = province.admin(Role.EMPLOYER_ADMIN, elsewhere);
        Caller theirs = province.pending(elsewhere, "王另外");
        browser.write(
                        other,
                        HttpMethod.POST,
                        "/api/registrations/" + theirs.person() + "/decisions",
                        Map.of("passes", true),
                        key)
                .expect(200);
    }

    @Test
    void aRefusedRequestKeepsNoAnswerAndMayBeMadeRightUnderTheSameKey() {
        UUID key = UUID.randomUUID();
        send(key, Map.of("passes", false)).expect(422);
        send(key, Map.of("passes", true)).expect(200);
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        for (String wrong : List.of("", "not-a-uuid")) {
            Browser.Answer answer = browser.send(
                            admin,
                            request(HttpMethod.POST, path)
                                    .header(IdempotencyInterceptor.HEADER, wrong)
                                    .contentType("application/json")
                                    .content("{\"passes\":true}"))
                    .expect(400);
            assertThat(answer.at("/code").asString()).isEqualTo("platform.key-missing");
        }
        assertThat(steps("review.review_case")).isEqualTo(1);
    }

    @Test
    void aDoubleClickHappensOnceAndBothAreAnsweredAlike() throws Exception {
        UUID key = UUID.randomUUID();
        List<Callable<Browser.Answer>> clicks = IntStream.range(0, 6)
                .<Callable<Browser.Answer>>mapToObj(any -> () -> send(key, Map.of("passes", true)))
                .toList();
        browser.get(admin, "/api/session").expect(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Browser.Answer> answer : threads.invokeAll(clicks)) {
                assertThat(answer.get().expect(200).at("/outcome").asString()).isEqualTo("ACCEPTED");
            }
        }
        assertThat(steps("review.review_case")).isEqualTo(2);
        assertThat(database.fetchCount(ANSWERED_REQUEST, ANSWERED_REQUEST.KEY.eq(key)))
                .isOne();
    }

    @Test
    void aStoredAnswerIsSealed() {
        UUID key = UUID.randomUUID();
        browser.write(
                        admin,
                        HttpMethod.POST,
                        "/api/people/" + person.person() + "/looks",
                        Map.of("reason", "核对证件号"),
                        key)
                .expect(200);
        byte[] stored = database.select(ANSWERED_REQUEST.ANSWER)
                .from(ANSWERED_REQUEST)
                .where(ANSWERED_REQUEST.KEY.eq(key))
                .fetchSingle()
                .value1();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("documentNumber")
                .doesNotContain("410105");
    }

    private Browser.Answer send(UUID key, Object body) {
        return browser.write(admin, HttpMethod.POST, path, body, key);
    }

    private int steps(String action) {
        long id = database.fetchSingle(
                        "select id from review.review_case where kind = 'REGISTRATION' and subject_id = ?",
                        person.person())
                .get(0, Long.class);
        return database.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq(action), AUDIT_ENTRY.ENTITY_ID.eq(id));
    }
}
