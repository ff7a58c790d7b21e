package org.xueshi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may call what, asked of the running platform: every operation of the contract, from every kind of workspace, on what is one's
 * own, a colleague's and a stranger's. {@code access-matrix.csv} says what must come out; an operation that is not in it fails.
 * With {@code -Daccess.update=true} the file is written as the platform is: then read it line by line.
 */
@PlatformTest
class AccessMatrixTest {

    private static final Path CONTRACT = Path.of("../api/openapi.json");
    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
    private static final String ALLOWED = "allowed";

    /** After these somebody is logged out. */
    private static final List<String> ENDS_SESSIONS = List.of("/api/session", "/api/me/sessions/", "/password-reset");

    /** A year is everybody's own. */
    private static final String OWN_YEAR = "/api/me/years/{year}";

    /** The columns after the anonymous one. */
    private static final List<Role> ROLES = List.of(Role.values());

    /** Whose the object is, seen from the caller. */
    private enum Relation {
        /** No object: a list, a form, the caller himself. */
        NONE,
        /** The learner's own, and of a learner whom the administrators are over. */
        OWN,
        /** Of another learner of the same employer. */
        COLLEAGUE,
        /** Of a learner in another county, under another authority. */
        FOREIGN
    }

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private JsonMapper json;

    @Autowired
    private DSLContext database;

    @Autowired
    private Clock clock;

    /** An employer with those over it, and one of its people with everything one can have. */
    private record Scene(
            Organization employer,
            Caller learner,
            Caller waiting,
            Map<Role, Caller> admins,
            long submitted,
            long withdrawable,
            String evidence,
            long entry,
            long certificate) {}

    @Test
    void everyOperationAnswersEverybodyAsTheMatrixSays() throws IOException {
        Map<String, String> expected = read();
        Map<String, String> found = ask();
        if (Boolean.getBoolean("access.update")) {
            write(found);
            return;
        }
        assertThat(new TreeSet<>(found.keySet()))
                .as("operations: run with -Daccess.update=true, then read every new line")
                .isEqualTo(new TreeSet<>(expected.keySet()));
        List<String> wrong = new ArrayList<>();
        found.forEach((operation, cells) -> {
            if (!cells.equals(expected.get(operation))) {
                wrong.add("%n%s%n  must be %s%n  but is  %s".formatted(operation, expected.get(operation), cells));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> ask() throws IOException {
        Organization here = province.employer("410105", province.authority());
        Map<Role, Caller> admins = admins(here);
        Scene own = scene(here, admins);
        Scene colleague = scene(here, admins);
        Organization elsewhere = province.employer("410102", province.authority());
        Scene foreign = scene(elsewhere, admins(elsewhere));
        Map<String, String> found = new LinkedHashMap<>();
        for (String operation : operations()) {
            boolean ofSomebody =
                    operation.contains("{") && !operation.contains("/public/") && !operation.endsWith(OWN_YEAR);
            for (Relation relation : Relation.values()) {
                if (ofSomebody == (relation == Relation.NONE)) {
                    continue;
                }
                Scene object = switch (relation) {
                    case NONE, OWN -> own;
                    case COLLEAGUE -> colleague;
                    case FOREIGN -> foreign;
                };
                found.put(operation + "," + relation, cells(operation, own, object));
            }
        }
        return found;
    }

    private String cells(String operation, Scene asking, Scene object) {
        List<String> cells = new ArrayList<>();
        cells.add(cell(operation, null, object));
        for (Role role : ROLES) {
            cells.add(cell(operation, asking.admins().getOrDefault(role, asking.learner()), object));
        }
        return String.join(",", cells);
    }

    private String cell(String operation, @Nullable Caller caller, Scene object) {
        String[] parts = operation.split(" ");
        HttpMethod method = HttpMethod.valueOf(parts[0]);
        String path = path(operation, parts[1], object);
        Object body = body(operation, object);
        Browser.Answer answer;
        if (operation.endsWith("/api/files") || operation.endsWith("/imports")) {
            answer = browser.upload(caller, path, "a.png", Pictures.png(8, 8));
        } else {
            answer = method == HttpMethod.GET
                    ? browser.send(caller, request(HttpMethod.GET, path))
                    : browser.write(caller, method, path, body, UUID.randomUUID());
        }
        if (ENDS_SESSIONS.stream().anyMatch(parts[1]::contains)) {
            browser.forgetSessions();
        }
        assertThat(answer.status())
                .as("%s by %s: %s", operation, caller, answer.text())
                .isLessThan(500);
        return switch (answer.status()) {
            case 401 -> "401";
            // A rule of a module that says no by name (somebody else has the case) is not the gate's no.
            case 403, 404 ->
                answer.at("/code").asString().startsWith("platform.") ? Integer.toString(answer.status()) : ALLOWED;
            default -> ALLOWED;
        };
    }

    private String path(String operation, String template, Scene object) {
        int year = LocalDate.now(clock).getYear();
        String filled = template.replace("{year}", Integer.toString(year))
                .replace("{entryId}", Long.toString(object.entry()))
                .replace("{fileId}", object.evidence())
                .replace("{table}", "sexes")
                .replace("{code}", "0123456789012345678901")
                .replace("{grantId}", operation.contains("{grantId}") ? grantId(object) : "");
        String id = "";
        if (template.startsWith("/api/declarations/{id}")) {
            id = Long.toString(declaration(operation, object));
        } else if (template.startsWith("/api/certificates/")) {
            id = Long.toString(object.certificate());
        } else if (template.startsWith("/api/people/")) {
            id = Long.toString(object.learner().person());
        } else if (template.startsWith("/api/registrations/")) {
            id = Long.toString(object.waiting().person());
        } else if (template.startsWith("/api/organizations/")) {
            id = Long.toString(object.employer().id());
        } else if (template.startsWith("/api/me/messages/")) {
            id = Long.toString(message(object));
        } else if (template.startsWith("/api/me/sessions/")) {
            id = browser.get(object.learner(), "/api/me/sessions")
                    .expect(200)
                    .at("/0/id")
                    .asString();
        }
        return filled.replace("{id}", id).replace("{personId}", id) + query(template);
    }

    private static String query(String template) {
        return switch (template) {
            case "/api/registrations" -> "?waiting=true";
            case "/api/me/years/{year}", "/api/people/{personId}/years/{year}" -> "?scheme=henan-zyjs";
            default -> "";
        };
    }

    /** A body that is right where an object is named, so that the answer is about the object; otherwise an empty one. */
    private @Nullable Object body(String operation, Scene object) {
        return switch (operation) {
            case "POST /api/declarations/{id}/decisions" -> Map.of("passes", false, "reason", "材料不全");
            case "POST /api/declarations/{id}/submission" -> Map.of("version", 0);
            case "PUT /api/declarations/{id}" -> form("PROFESSIONAL", "8", List.of(), 0);
            case "POST /api/people/{personId}/declarations" -> form("GENERAL", "8", List.of(), null);
            case "POST /api/registrations/{personId}/decisions" -> Map.of("passes", true);
            case "POST /api/people/{id}/looks" -> Map.of("reason", "核对证件号");
            case "POST /api/certificates/{id}/revocation",
                    "POST /api/people/{personId}/entries/{year}/{entryId}/reversal" -> Map.of("reason", "培训未实际举办");
            default -> operation.startsWith("DELETE") ? null : "{}";
        };
    }

    private List<String> operations() throws IOException {
        List<String> operations = new ArrayList<>();
        JsonNode paths = json.readTree(Files.readString(CONTRACT)).get("paths");
        paths.propertyNames()
                .forEach(path -> paths.get(path)
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    // What there is to ask for.

    private Map<Role, Caller> admins(Organization employer) {
        Map<Role, Caller> admins = new TreeMap<>();
        admins.put(Role.EMPLOYER_ADMIN, province.admin(Role.EMPLOYER_ADMIN, employer));
        admins.put(Role.INSTITUTION_ADMIN, province.admin(Role.INSTITUTION_ADMIN, employer));
        admins.put(
                Role.AUTHORITY_ADMIN,
                province.admin(Role.AUTHORITY_ADMIN, province.organization(employer.authorityId())));
        admins.put(Role.BUREAU_ADMIN, province.admin(Role.BUREAU_ADMIN, province.bureau(employer.region())));
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            admins.put(role, province.systemAdmin(role));
        }
        return admins;
    }

    private Scene scene(Organization employer, Map<Role, Caller> admins) {
        Caller learner = province.learner(employer, "王秀英");
        Caller bureau = requireNonNull(admins.get(Role.BUREAU_ADMIN));
        Caller admin = requireNonNull(admins.get(Role.EMPLOYER_ADMIN));
        long general = register(admin, learner, "30");
        decide(bureau, general, Map.of("passes", true));
        long professional = submit(learner, "60");
        decide(admin, professional, Map.of("passes", true, "nextPlace", employer.bureauId()));
        decide(bureau, professional, Map.of("passes", true));
        JsonNode year = browser.get(learner, "/api/me/years").expect(200).body().get(0);
        long entry = browser.get(learner, "/api/me/entries")
                .expect(200)
                .body()
                .get(0)
                .get("id")
                .asLong();
        long submitted = submit(learner, "8");
        String evidence = browser.get(learner, "/api/declarations/" + submitted)
                .expect(200)
                .at("/evidence/0/fileId")
                .asString();
        return new Scene(
                employer,
                learner,
                province.pending(employer, "李等待"),
                admins,
                submitted,
                submit(learner, "8"),
                evidence,
                entry,
                year.get("certificateId").asLong());
    }

    private long declaration(String operation, Scene object) {
        return switch (operation) {
            case "DELETE /api/declarations/{id}",
                    "PUT /api/declarations/{id}",
                    "POST /api/declarations/{id}/submission" ->
                save(object.learner(), form("PROFESSIONAL", "8", List.of(), null));
            case "DELETE /api/declarations/{id}/submission" -> object.withdrawable();
            default -> object.submitted();
        };
    }

    private String grantId(Scene object) {
        Caller second = province.admin(Role.EMPLOYER_ADMIN, object.employer());
        return String.valueOf(database.fetchValue(
                "select id from account.role_grant where account_id = ? and status = 'ACTIVE'", second.accountId()));
    }

    private long message(Scene object) {
        return requireNonNull((Long) database.fetchValue(
                "insert into message.message (person_id, title, body, sent_at) values (?, '提醒', '内容', now()) returning id",
                object.learner().person()));
    }

    private long save(Caller learner, Object form) {
        return browser.post(learner, "/api/declarations", form)
                .expect(201)
                .at("/id")
                .asLong();
    }

    private long submit(Caller learner, String hours) {
        long id = save(learner, form("PROFESSIONAL", hours, evidence(learner), null));
        browser.post(learner, "/api/declarations/" + id + "/submission", Map.of("version", 0))
                .expect(200);
        return id;
    }

    private long register(Caller admin, Caller learner, String hours) {
        return browser.post(
                        admin,
                        "/api/people/" + learner.person() + "/declarations",
                        form("GENERAL", hours, evidence(admin), null))
                .expect(201)
                .at("/id")
                .asLong();
    }

    private void decide(Caller reviewer, long id, Map<String, Object> decision) {
        browser.post(reviewer, "/api/declarations/" + id + "/decisions", decision)
                .expect(200);
    }

    private List<Map<String, String>> evidence(Caller uploader) {
        List<Map<String, String>> evidence = new ArrayList<>();
        for (String slot : List.of("notice", "diploma", "employerProof")) {
            String file = browser.upload(uploader, "/api/files", slot + ".png", Pictures.png(60, 40))
                    .expect(201)
                    .at("/id")
                    .asString();
            evidence.add(Map.of("slot", slot, "fileId", file));
        }
        return evidence;
    }

    private Map<String, Object> form(
            String subject, String hours, List<Map<String, String>> evidence, @Nullable Integer version) {
        int year = LocalDate.now(clock).getYear();
        Map<String, Object> form = new TreeMap<>(Map.of(
                "scheme",
                "henan-zyjs",
                "year",
                year,
                "subject",
                subject,
                "form",
                "F01_BASE",
                "fields",
                Map.of(
                        "organizer",
                        "河南省继续教育基地",
                        "className",
                        "研修班 " + UUID.randomUUID(),
                        "period",
                        year + "-01-05/" + year + "-01-14",
                        "score",
                        "合格"),
                "claimedHours",
                new BigDecimal(hours),
                "evidence",
                evidence));
        if (version != null) {
            form.put("version", version);
        }
        return form;
    }

    // The file.

    private static Map<String, String> read() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        if (Files.exists(MATRIX)) {
            for (String line : Files.readAllLines(MATRIX).stream().skip(1).toList()) {
                String[] cells = line.split(",", 3);
                rows.put(cells[0] + "," + cells[1], cells[2]);
            }
        }
        return rows;
    }

    private static void write(Map<String, String> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("operation,object,ANONYMOUS,"
                + String.join(",", ROLES.stream().map(Role::name).toList()));
        rows.forEach((operation, cells) -> lines.add(operation + "," + cells));
        Files.createDirectories(MATRIX.getParent());
        Files.write(MATRIX, lines);
    }
}
