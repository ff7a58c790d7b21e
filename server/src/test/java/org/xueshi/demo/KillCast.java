package org.xueshi.demo;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The few people a test of the running platform needs, entered by its own doors. */
final class KillCast {

    private static final String PASSWORD = "Under-load-7";

    private final JsonMapper json;
    private final HttpClient http;
    private final String address;
    private final AtomicInteger count = new AtomicInteger(100);

    KillCast(JsonMapper json, HttpClient http, String address) {
        this.json = json;
        this.http = http;
        this.address = address;
    }

    DemoClient setUp(String token) {
        String login = newLogin();
        client().post("/api/public/set-up", person(login).put("token", token).put("password", PASSWORD));
        return loggedIn("SYSTEM_ADMIN", login);
    }

    long bureau(DemoClient system) {
        ObjectNode bureau = json.createObjectNode()
                .put("name", "省人力资源和社会保障厅")
                .put("code", SyntheticNumbers.organizationCode("410000", 1))
                .put("region", "410000");
        return system.post("/api/organizations/bureaus", bureau).get("id").asLong();
    }

    long employer(DemoClient bureau) {
        String csv = "单位名称,机构代码,单位类型,单位性质,区划代码\n示例中学,%s,用人单位,事业单位,410105\n"
                .formatted(SyntheticNumbers.organizationCode("410105", 2));
        bureau.upload("/api/organizations/imports", "units.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        return bureau.get("/api/organizations?kind=EMPLOYER").at("/items/0/id").asLong();
    }

    DemoClient admin(DemoClient by, String role, long organizationId) {
        String login = newLogin();
        String given = by.post(
                        "/api/administrators", person(login).put("role", role).put("organizationId", organizationId))
                .get("password")
                .asString();
        DemoClient client = client();
        try {
            client.login(role, login, given);
        } catch (DemoClient.Refusal refusal) {
            client.post(
                    "/api/public/first-passwords",
                    json.createObjectNode()
                            .put("token", refusal.facts().path("token").asString())
                            .put("password", PASSWORD));
        }
        return loggedIn(role, login);
    }

    DemoClient learner(long employerId, DemoClient employer) {
        String login = newLogin();
        ObjectNode application = person(login)
                .put("employerId", employerId)
                .put("category", "PROFESSIONAL")
                .put("ethnicGroup", "01")
                .put("major", "数学")
                .put("titleLevel", "MID");
        ObjectNode form = json.createObjectNode().put("existingUser", false).put("password", PASSWORD);
        form.set("application", application);
        form.set("challenge", client().solvedChallenge());
        client().post("/api/public/registrations", form);
        for (JsonNode row : employer.get("/api/registrations?waiting=true").get("items")) {
            employer.post(
                    "/api/registrations/" + row.get("personId").asLong() + "/decisions",
                    json.createObjectNode().put("passes", true));
        }
        return loggedIn("LEARNER", login);
    }

    private DemoClient loggedIn(String role, String login) {
        DemoClient client = client();
        client.login(role, login, PASSWORD);
        return client;
    }

    private ObjectNode person(String login) {
        return json.createObjectNode()
                .put("name", "某人")
                .put("documentType", "RIC")
                .put("documentNumber", login)
                .put("phone", "13800000000")
                .put("email", "someone@example.cn");
    }

    private String newLogin() {
        return SyntheticNumbers.idNumber("410105", LocalDate.of(1980, 1, 1), count.getAndIncrement());
    }

    private DemoClient client() {
        return new DemoClient(http, address, json);
    }
}
