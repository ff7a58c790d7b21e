import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.MatcherRule;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Matchers;
import org.jooq.meta.jaxb.MatchersSchemaType;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates a throw-away server and generates jOOQ's classes from it: a schema's tables into {@code <module>.db}, its published
 * {@code *_view}s into {@code <module>.view}. Skipped while the migrations (and this file) have not changed.
 */
public class GenerateJooq {

    private static final String BASE = "org.xueshi";

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path self = migrations.resolve("../../../../build/GenerateJooq.java").normalize();
        Path mark = target.resolve(".fingerprint");
        String fingerprint = fingerprint(migrations, self);
        if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
            return;
        }
        deleteTree(target);
        Files.createDirectories(target);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setRegisterShutdownHook(false)
                .start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create role xueshi_app");
            }
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .defaultSchema("flyway")
                    .createSchemas(true)
                    .placeholders(Map.of("app_role", "xueshi_app"))
                    .load()
                    .migrate();
            for (String schema : schemas(server)) {
                generate(server, schema, "db", ".*", ".*_view", target);
                if (hasViews(server, schema)) {
                    generate(server, schema, "view", ".*_view", "", target);
                    publish(schema, "view", target);
                    publish(schema, "view.tables", target);
                }
            }
        }
        Files.writeString(mark, fingerprint);
    }

    private static void generate(
            EmbeddedPostgres server, String schema, String part, String includes, String excludes, Path target)
            throws Exception {
        // A table named like its schema would collide with the schema's constant: the constant gets a name of its own.
        Strategy strategy = new Strategy()
                .withMatchers(new Matchers()
                        .withSchemas(new MatchersSchemaType()
                                .withSchemaClass(new MatcherRule()
                                        .withTransform(MatcherTransformType.PASCAL)
                                        .withExpression("$0_schema"))
                                .withSchemaIdentifier(new MatcherRule()
                                        .withTransform(MatcherTransformType.UPPER)
                                        .withExpression("$0_SCHEMA"))));
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(server.getJdbcUrl("postgres", "postgres"))
                        .withUser("postgres"))
                .withGenerator(new Generator()
                        .withStrategy(strategy)
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withIncludes(includes)
                                .withExcludes(excludes + "|.*_p[0-9_]+|.*_default|pg_.*")
                                .withIncludeRoutines(false)
                                .withSchemata(new SchemaMappingType().withInputSchema(schema))
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamp\\ with\\ time\\ zone|timestamptz)")))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withDaos(false)
                                .withPojos(false)
                                .withComments(false)
                                .withGeneratedAnnotation(true)
                                .withDefaultCatalog(false)
                                .withJavadoc(false))
                        .withTarget(new Target()
                                .withPackageName(BASE + "." + schema + "." + part)
                                .withDirectory(target.toString()))));
    }

    /** A schema's views are the one thing of its database that other modules may use. */
    private static void publish(String schema, String part, Path target) throws IOException {
        String name = BASE + "." + schema + "." + part;
        Files.writeString(
                target.resolve(name.replace('.', '/') + "/package-info.java"),
                """
                /** What %s publishes to other modules' queries: read-only views. */
                @org.springframework.modulith.NamedInterface("view")
                package %s;
                """
                        .formatted(schema, name));
    }

    private static List<String> schemas(EmbeddedPostgres server) throws Exception {
        return strings(
                server,
                """
                select nspname from pg_namespace
                where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'flyway') order by 1
                """);
    }

    private static boolean hasViews(EmbeddedPostgres server, String schema) throws Exception {
        return strings(server, "select schemaname from pg_views where viewname like '%\\_view'").contains(schema);
    }

    private static List<String> strings(EmbeddedPostgres server, String sql) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static String fingerprint(Path migrations, Path self) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : Stream.concat(files.sorted(), Stream.of(self)).toList()) {
                digest.update(file.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
