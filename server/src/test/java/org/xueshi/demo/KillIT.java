package org.xueshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.xueshi.platform.Fonts;
import org.xueshi.platform.TestInvariants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kills the application and the database under a stream of declarations and decisions, and proves that nothing that was acknowledged
 * is gone and nothing happened twice. Every client repeats a request whose answer it did not get, with the same key, as a browser
 * does.
 */
class KillIT {

    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final int LEARNERS = 4;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(4);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger repeated = new AtomicInteger();
    private final Set<Long> acknowledgedSubmissions = ConcurrentHashMap.newKeySet();
    private final Set<Long> acknowledgedAcceptances = ConcurrentHashMap.newKeySet();
    private final Set<String> titlesBegun = ConcurrentHashMap.newKeySet();

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwiceWhenApplicationAndDatabaseAreKilled(@TempDir Path folder)
            throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (RunningPlatform platform = new RunningPlatform(data)) {
            platform.start();
            People people = enterPeople(platform);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> work = new ArrayList<>();
                people.learners().forEach(learner -> work.add(threads.submit(() -> declare(learner))));
                work.add(threads.submit(() -> review(people.employer(), people.bureauId())));
                work.add(threads.submit(() -> review(people.bureau(), null)));

                Thread.sleep(BETWEEN_KILLS);
                log.info("Killing the application");
                platform.killApplication();
                platform.start();
                Thread.sleep(BETWEEN_KILLS);
                log.info("Killing the database");
                platform.killDatabase();
                Thread.sleep(BETWEEN_KILLS.multipliedBy(2));
                log.info("Killing both");
                platform.killDatabase();
                platform.killApplication();
                platform.start();
                Thread.sleep(BETWEEN_KILLS);
                going.set(false);
                for (Future<?> each : work) {
                    each.get();
                }
            }
            prove(platform);
        }
    }

    /** Who takes part. */
    private record People(List<DemoClient> learners, DemoClient employer, DemoClient bureau, long bureauId) {}

    private People enterPeople(RunningPlatform platform) throws Exception {
        KillCast cast = new KillCast(json, http, platform.address());
        DemoClient system = cast.setUp(platform.token());
        long bureauId = cast.bureau(system);
        DemoClient bureau = cast.admin(system, "BUREAU_ADMIN", bureauId);
        long employerId = cast.employer(bureau);
        DemoClient employer = cast.admin(bureau, "EMPLOYER_ADMIN", employerId);
        List<DemoClient> learners = new ArrayList<>();
        for (int i = 0; i < LEARNERS; i++) {
            learners.add(cast.learner(employerId, employer));
        }
        return new People(learners, employer, bureau, bureauId);
    }

    private void declare(DemoClient learner) {
        byte[] paper = new DemoPicture(new Fonts()).of("结业证书", List.of());
        List<Map<String, String>> evidence = new ArrayList<>();
        for (String slot : List.of("notice", "diploma", "employerProof")) {
            JsonNode file = insist(() -> learner.upload("/api/files", slot + ".jpg", "image/jpeg", paper));
            evidence.add(Map.of("slot", slot, "fileId", file.get("id").asString()));
        }
        while (going.get()) {
            String title = "培训 " + UUID.randomUUID();
            titlesBegun.add(title);
            UUID saving = UUID.randomUUID();
            ObjectNode form = form(title, evidence);
            long id = insist(() -> learner.post("/api/declarations", form, saving))
                    .get("id")
                    .asLong();
            UUID submitting = UUID.randomUUID();
            insist(() -> learner.post("/api/declarations/" + id + "/submission", Map.of("version", 0), submitting));
            acknowledgedSubmissions.add(id);
        }
    }

    private ObjectNode form(String title, List<Map<String, String>> evidence) {
        int year = LocalDate.now().getYear();
        ObjectNode form = json.createObjectNode()
                .put("scheme", "henan-zyjs")
                .put("year", year)
                .put("subject", "PROFESSIONAL")
                .put("form", "F02_TRAINING")
                .put("claimedHours", 0.5);
        form.set(
                "fields",
                json.valueToTree(Map.of(
                        "organizer", "市教育局",
                        "organizerLevel", "CITY",
                        "className", title,
                        "period", year + "-01-01/" + year + "-01-01",
                        "score", "合格")));
        form.set("evidence", json.valueToTree(evidence));
        return form;
    }

    private void review(DemoClient reviewer, @Nullable Long next) {
        while (going.get()) {
            JsonNode waiting = insist(() -> reviewer.get("/api/declarations/waiting?size=20"));
            for (JsonNode row : waiting.get("items")) {
                long id = row.get("id").asLong();
                ObjectNode decision = json.createObjectNode().put("passes", true);
                if (next != null) {
                    decision.put("nextPlace", next);
                }
                UUID key = UUID.randomUUID();
                JsonNode answer = insist(() -> reviewer.post("/api/declarations/" + id + "/decisions", decision, key));
                if ("ACCEPTED".equals(answer.get("outcome").asString())) {
                    acknowledgedAcceptances.add(id);
                }
            }
            pause();
        }
    }

    /** Repeats a request until it is answered; a real refusal would be a defect. */
    private JsonNode insist(Supplier<JsonNode> request) {
        while (true) {
            try {
                return request.get();
            } catch (UncheckedIOException lost) {
                repeated.incrementAndGet();
            } catch (DemoClient.Refusal refused) {
                if (refused.status() < 500) {
                    throw refused;
                }
                repeated.incrementAndGet();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void prove(RunningPlatform platform) throws IOException, SQLException {
        try (Connection connection = platform.superuser()) {
            Set<Long> submitted = ids(connection, "select id from declaration.declaration where status <> 'DRAFT'");
            Set<Long> accepted = ids(connection, "select id from declaration.declaration where status = 'ACCEPTED'");
            Set<Long> credited =
                    ids(connection, "select source_key::bigint from ledger.entry where source_kind = 'DECLARATION'");
            log.info(
                    "Begun {}, acknowledged: {} submissions, {} acceptances; credited {}; repeated requests {}",
                    titlesBegun.size(),
                    acknowledgedSubmissions.size(),
                    acknowledgedAcceptances.size(),
                    credited.size(),
                    repeated.get());
            assertThat(acknowledgedSubmissions).as("the stream was real").hasSizeGreaterThan(20);
            assertThat(acknowledgedAcceptances).as("decisions were taken").hasSizeGreaterThan(10);
            assertThat(repeated.get())
                    .as("answers were lost, and asked for again")
                    .isPositive();
            assertThat(submitted).as("acknowledged submissions are there").containsAll(acknowledgedSubmissions);
            assertThat(accepted).as("acknowledged acceptances are there").containsAll(acknowledgedAcceptances);
            assertThat(credited).as("and credited").containsAll(acknowledgedAcceptances);
            assertThat(count(connection, "select count(*) - count(distinct title) from declaration.declaration"))
                    .as("declarations that were made twice")
                    .isZero();
            assertThat(count(connection, "select count(*) - count(distinct source_key) from ledger.entry"))
                    .as("declarations that were credited twice")
                    .isZero();
            assertThat(TestInvariants.broken(new SingleConnectionDataSource(connection, true)))
                    .isEmpty();
        }
    }

    private static Set<Long> ids(Connection connection, String query) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (ResultSet rows = connection.prepareStatement(query).executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.prepareStatement(query).executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
