package org.xueshi.demo;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters the demo province's organizations, administrators and learners, as people would: by HTTP, each with a login of his own. No
 * password is the same anywhere or known beforehand.
 */
@Component
@ConditionalOnProperty("xueshi.demo")
class DemoProvince {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";

    private final JsonMapper json;
    private final Environment environment;
    private final DemoHours hours;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<DemoPerson> table = new ArrayList<>();
    private final Map<String, Long> organizations = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private int serial = 101;

    DemoProvince(JsonMapper json, Environment environment, DemoHours hours) {
        this.json = json;
        this.environment = environment;
        this.hours = hours;
    }

    /** Enters everything; returns the people whose logins are shown. */
    List<DemoPerson> enter(String token) {
        DemoClient system = setUp(token);
        addSystemAdmin(system, "SECURITY_ADMIN", "安全管理员", "邓晨光", LocalDate.of(1984, 2, 14));
        addSystemAdmin(system, "AUDIT_ADMIN", "审计管理员", "曹雅芳", LocalDate.of(1980, 11, 1));

        DemoClient henan = province(system, "河南省人力资源和社会保障厅", "410000", "程晓峰", LocalDate.of(1970, 5, 4));
        Map<String, DemoClient> admins = enterPlaces(henan, DemoCast.HENAN, DemoCast.HENAN_ADMINS);
        enterHenan(admins);

        DemoClient hunan = province(system, "湖南省人力资源和社会保障厅", "430000", "罗卫东", LocalDate.of(1973, 7, 23));
        Map<String, DemoClient> others = enterPlaces(hunan, DemoCast.HUNAN, DemoCast.HUNAN_ADMINS);
        enterHunan(others);
        return table;
    }

    private DemoClient setUp(String token) {
        DemoClient visitor = client();
        String login = newLogin("任永安", LocalDate.of(1977, 1, 9));
        String password = newPassword();
        visitor.post(
                "/api/public/set-up", person("任永安", login).put("token", token).put("password", password));
        visitor.login("SYSTEM_ADMIN", login, password);
        table.add(new DemoPerson("SYSTEM_ADMIN", "系统管理员", "任永安", "", login, password));
        return visitor;
    }

    private void addSystemAdmin(DemoClient system, String role, String kind, String name, LocalDate born) {
        add(system, new DemoCast.Admin(role, kind, name, "", born, true), null);
    }

    /** The bureau of a province with its administrator. */
    private DemoClient province(DemoClient system, String name, String region, String admin, LocalDate born) {
        ObjectNode bureau = json.createObjectNode()
                .put("name", name)
                .put("code", SyntheticNumbers.organizationCode(region, serial++))
                .put("region", region);
        long id = system.post("/api/organizations/bureaus", bureau).get("id").asLong();
        organizations.put(name, id);
        return add(system, new DemoCast.Admin("BUREAU_ADMIN", "人社部门（省）", admin, name, born, true), id);
    }

    /** Imports a province's organizations as its bureau would, and names their administrators. */
    private Map<String, DemoClient> enterPlaces(
            DemoClient bureau, List<DemoCast.Place> places, List<DemoCast.Admin> admins) {
        StringBuilder csv = new StringBuilder("单位名称,机构代码,单位类型,单位性质,区划代码,行业主管部门代码,地址,联系人\n");
        for (DemoCast.Place place : places) {
            String code = SyntheticNumbers.organizationCode(place.region(), serial++);
            codes.put(place.name(), code);
            csv.append("%s,%s,%s,%s,%s,%s,,\n"
                    .formatted(
                            place.name(),
                            code,
                            place.kinds(),
                            place.nature(),
                            place.region(),
                            codes.getOrDefault(place.authority(), "")));
        }
        JsonNode rows = bureau.upload(
                "/api/organizations/imports",
                "units.csv",
                "text/csv",
                csv.toString().getBytes(StandardCharsets.UTF_8));
        rows.forEach(row -> {
            if (!"ENTERED".equals(row.get("result").asString())) {
                throw new IllegalStateException("Not imported: " + row);
            }
        });
        bureau.get("/api/organizations?size=100")
                .get("items")
                .forEach(row -> organizations.put(
                        row.get("name").asString(), row.get("id").asLong()));
        Map<String, DemoClient> clients = new HashMap<>();
        admins.forEach(admin -> clients.put(admin.name(), add(bureau, admin, organizations.get(admin.place()))));
        return clients;
    }

    /** Names an administrator, who then sets a password of his own. */
    private DemoClient add(DemoClient by, DemoCast.Admin admin, @Nullable Long organizationId) {
        String login = newLogin(admin.name(), admin.born());
        ObjectNode form = person(admin.name(), login).put("role", admin.role());
        if (organizationId != null) {
            form.put("organizationId", organizationId);
        }
        String given = by.post("/api/administrators", form).get("password").asString();
        String password = newPassword();
        DemoClient client = client();
        try {
            client.login(admin.role(), login, given);
            throw new IllegalStateException("A one-time password must not let anybody in");
        } catch (DemoClient.Refusal refusal) {
            String token = refusal.facts().path("token").asString();
            client.post(
                    "/api/public/first-passwords",
                    json.createObjectNode().put("token", token).put("password", password));
        }
        client.login(admin.role(), login, password);
        if (admin.shown()) {
            table.add(new DemoPerson(admin.role(), admin.kind(), admin.name(), admin.place(), login, password));
        }
        return client;
    }

    private void enterHenan(Map<String, DemoClient> admins) {
        DemoClient school = admin(admins, "刘海燕");
        List<DemoClient> teachers = new ArrayList<>();
        for (DemoCast.Learner learner : DemoCast.TEACHERS) {
            teachers.add(enter(learner, school, DemoCast.TEACHERS.indexOf(learner) == 0 ? "专业技术人员" : null));
        }
        DemoCast.NEWCOMERS.forEach(this::register);
        register(DemoCast.SENT_BACK);
        decide(school, DemoCast.SENT_BACK.name(), false, "所填单位与社保缴纳单位不一致，请核对后重新提交。");
        DemoClient clinic = admin(admins, "何雨晴");
        DemoCast.NURSES.forEach(nurse -> enter(nurse, clinic, null));
        hours.enterHenan(teachers, school, admin(admins, "董丽娜"), admin(admins, "郭志强"));
    }

    private void enterHunan(Map<String, DemoClient> admins) {
        DemoClient college = admin(admins, "彭湘云");
        DemoClient lecturer = enter(DemoCast.HUNAN_LECTURER, college, "事业单位工作人员");
        hours.enterHunan(lecturer, college, admin(admins, "谭建军"));
    }

    private static DemoClient admin(Map<String, DemoClient> admins, String name) {
        DemoClient found = admins.get(name);
        if (found == null) {
            throw new IllegalStateException("Nobody is called " + name);
        }
        return found;
    }

    /** A learner who registered, was passed by his employer, and is logged in. @param shownAs his kind in the table */
    private DemoClient enter(DemoCast.Learner learner, DemoClient employer, @Nullable String shownAs) {
        DemoPerson registered = register(learner);
        decide(employer, learner.name(), true, null);
        DemoClient client = client();
        client.login("LEARNER", registered.login(), registered.password());
        if (shownAs != null) {
            table.add(new DemoPerson(
                    "LEARNER", shownAs, learner.name(), learner.employer(), registered.login(), registered.password()));
        }
        return client;
    }

    private DemoPerson register(DemoCast.Learner learner) {
        Long employer = organizations.get(learner.employer());
        String login = newLogin(learner.name(), learner.born());
        String password = newPassword();
        ObjectNode application = person(learner.name(), login)
                .put("employerId", employer)
                .put("category", learner.category())
                .put("department", "教务处")
                .put("ethnicGroup", learner.name().contains("·") ? "05" : "01")
                .put("nativePlace", "410000")
                .put("education", "21")
                .put("school", "中原师范大学")
                .put("major", "汉语言文学")
                .put(
                        "graduatedOn",
                        learner.born()
                                .plusYears(22)
                                .withMonth(7)
                                .withDayOfMonth(1)
                                .toString())
                .put("titleSeries", learner.series())
                .put("title", learner.title())
                .put(
                        "titleSince",
                        learner.born()
                                .plusYears(26)
                                .withMonth(9)
                                .withDayOfMonth(1)
                                .toString());
        DemoClient visitor = client();
        String uploadToken = newPassword() + newPassword();
        if (learner.employer().equals(DemoCast.HUNAN_LECTURER.employer())) {
            JsonNode photo = visitor.upload(
                    "/api/public/registration-photos?token=" + uploadToken,
                    "photo.jpg",
                    "image/jpeg",
                    hours.portrait());
            application.put("photo", photo.get("id").asString());
        }
        ObjectNode form = json.createObjectNode();
        form.set("application", application);
        form.put("existingUser", false);
        form.put("password", password);
        form.put("uploadToken", uploadToken);
        form.set("challenge", visitor.solvedChallenge());
        visitor.post("/api/public/registrations", form);
        return new DemoPerson("LEARNER", "", learner.name(), learner.employer(), login, password);
    }

    private void decide(DemoClient employer, String name, boolean passes, @Nullable String reason) {
        employer.get("/api/registrations?waiting=true&size=100").get("items").forEach(row -> {
            if (row.get("name").asString().equals(name)) {
                ObjectNode decision =
                        json.createObjectNode().put("passes", passes).put("reason", reason);
                employer.post("/api/registrations/" + row.get("personId").asLong() + "/decisions", decision);
            }
        });
    }

    private ObjectNode person(String name, String login) {
        return json.createObjectNode()
                .put("name", name)
                .put("documentType", "RIC")
                .put("documentNumber", login)
                .put("phone", "138%08d".formatted(random.nextInt(100_000_000)))
                .put("email", "u%s@demo.example".formatted(login.substring(10).toLowerCase(Locale.ROOT)));
    }

    private String newLogin(String name, LocalDate born) {
        int sequence = 100 + serial++ % 440 * 2 + (DemoCast.WOMEN.contains(name) ? 0 : 1);
        return SyntheticNumbers.idNumber("410105", born, sequence);
    }

    /** Twelve letters and digits in three groups, easy to read off a terminal. */
    private String newPassword() {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < 3; group++) {
            text.append(group == 0 ? "" : "-");
            for (int i = 0; i < 4; i++) {
                String from = i == 2 ? DIGITS : LETTERS;
                text.append(from.charAt(random.nextInt(from.length())));
            }
        }
        return text.toString();
    }

    private DemoClient client() {
        return new DemoClient(http, "http://127.0.0.1:" + environment.getProperty("local.server.port"), json);
    }
}
