package org.xueshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;
import org.xueshi.postgres.ScratchServer;

/** What every table of every module owes the house; a table that is added is asked as well. */
class SchemaTest {

    /** What must never be rewritten: the ledger, the book of decisions, the trails. */
    private static final Set<String> GROWING = Set.of(
            "evaluation.closed_year",
            "ledger.entry",
            "ledger.source",
            "person.look",
            "platform.audit_entry",
            "review.step");

    /** Life cycles of the machinery, not of anything a person would ask about. */
    private static final Set<String> WITHOUT_A_GUARDED_LIFE =
            Set.of("platform.answered_request", "platform.event_publication", "platform.mail");

    /** Columns that sound personal and are not, each with its reason. */
    private static final Map<String, String> NOT_PERSONAL = Map.of(
            "organization.organization.contact", "whom to ask at an organization, as it publishes it",
            "organization.organization.address", "where an organization is",
            "account.session.address", "an IP address, shown to the session's owner",
            "certificate.certificate.number", "what the public verifies a certificate by",
            "person.person.document_type", "which kind of document, not its number",
            "platform.audit_entry.address", "an IP address");

    private static final String PERSONAL =
            "(document|id_number|idcard|number|login|phone|mobile|landline|email|mail|recipient|contact|address)";

    /** Tables of our schemas, without the partitions they are made of. */
    private static final String TABLES = """
            select c.oid, n.nspname as schema, n.nspname || '.' || c.relname as name
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'flyway', 'public')
            """;

    private static DSLContext database;

    @BeforeAll
    static void migrate() {
        database = ScratchServer.database();
    }

    @Test
    void everySchemaIsAModules() {
        assertThat(names("select distinct schema as name from (" + TABLES + ") t"))
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(module(schema)).isNotNull());
        assertThat(names("select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace"
                        + " and c.relkind in ('r', 'p')"))
                .isEmpty();
    }

    @Test
    void everyTableHasAPrimaryKey() {
        assertThat(names("select name from (" + TABLES + ") t"
                        + " where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)"))
                .isEmpty();
    }

    @Test
    void everyForeignKeyIsIndexed() {
        assertThat(names("""
                        select conrelid::regclass || ' ' || conname as name from pg_constraint f
                         where contype = 'f' and conparentid = 0 and not exists (
                             select 1 from pg_index i
                              where i.indrelid = f.conrelid and i.indisvalid
                                and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)
                        """)).isEmpty();
    }

    @Test
    void foreignKeysCrossSchemasOnlyWhereJavaDependsToo() {
        database.fetch("""
                        select distinct child.nspname as child, parent.nspname as parent
                          from pg_constraint f
                          join pg_class c on c.oid = f.conrelid join pg_namespace child on child.oid = c.relnamespace
                          join pg_class p on p.oid = f.confrelid join pg_namespace parent on parent.oid = p.relnamespace
                         where f.contype = 'f' and child.nspname <> parent.nspname
                        """)
                .forEach(row -> assertThat(dependencies(row.get("child", String.class)))
                        .as("what %s may depend on", row.get("child"))
                        .contains(row.get("parent", String.class)));
    }

    @Test
    void momentsHaveATimeZoneAndNoNumberFloats() {
        assertThat(names(columns("format_type(a.atttypid, a.atttypmod) ~"
                        + " '^(timestamp.* without time zone|time .*|real|double precision|money|json|character.*)$'")))
                .isEmpty();
    }

    @Test
    void noColumnHoldsAnIdNumberOrAPhoneInClear() {
        Set<String> suspicious =
                names(columns("a.attname ~ '" + PERSONAL + "' and a.atttypid in ('text'::regtype, 'jsonb'::regtype,"
                        + " 'varchar'::regtype, 'int8'::regtype, 'numeric'::regtype)"));
        suspicious.removeAll(NOT_PERSONAL.keySet());
        assertThat(suspicious).isEmpty();
    }

    @Test
    void whatOnlyGrowsRefusesToChangeWhoeverAsks() {
        String guarded = "select name from (" + TABLES + ") t where exists (select 1 from pg_trigger g"
                + " join pg_proc p on p.oid = g.tgfoid where g.tgrelid = t.oid and p.proname = 'refuse_change'"
                // Before (2), update (16) and delete (8).
                + " and g.tgtype & 26 = 26 and g.tgenabled = 'O')";
        assertThat(names(guarded)).isEqualTo(new TreeSet<>(GROWING));
    }

    @ParameterizedTest
    @MethodSource("growing")
    void theApplicationMayNotEvenTryToChangeWhatOnlyGrows(String table) {
        for (String part : parts(table)) {
            assertThat(privileges(part)).as(part).isSubsetOf("SELECT", "INSERT");
        }
        assertThatThrownBy(() -> database.execute("delete from " + table))
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        refused -> assertThat(refused.sqlState()).isEqualTo("42501"));
    }

    static Set<String> growing() {
        return new TreeSet<>(GROWING);
    }

    @Test
    void theAuditTrailIsWrittenByTheDatabaseAlone() {
        for (String part : parts("platform.audit_entry")) {
            assertThat(privileges(part)).as(part).isSubsetOf("SELECT");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotSwitchOffAGuard() {
        assertThat(names("select relname as name from pg_class where relowner = 'xueshi_app'::regrole"))
                .isEmpty();
        assertThat(names("select nspname as name from pg_namespace where nspname !~ '^pg_temp'"
                        + " and has_schema_privilege('xueshi_app', oid, 'CREATE')"))
                .isEmpty();
        assertThat(names("select name from (" + TABLES + ") t"
                        + " where has_table_privilege('xueshi_app', oid, 'TRUNCATE, TRIGGER, REFERENCES')"))
                .isEmpty();
        assertThat(database.fetchValue("select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls"
                        + " from pg_roles where rolname = 'xueshi_app'"))
                .isEqualTo(false);
        assertThatThrownBy(() -> database.execute("set session_replication_role = 'replica'"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyLifeIsGuarded() {
        Set<String> unguarded = names("select t.name from (" + TABLES + ") t"
                + " join pg_attribute a on a.attrelid = t.oid and a.attname = 'status' and not a.attisdropped"
                + " where not exists (select 1 from pg_trigger g join pg_proc p on p.oid = g.tgfoid"
                + " where g.tgrelid = t.oid and p.proname = 'guard_status' and g.tgenabled = 'O')");
        unguarded.removeAll(WITHOUT_A_GUARDED_LIFE);
        assertThat(unguarded).isEmpty();
    }

    @Test
    void aStateDoesNotChangeWithoutAnybodyActing() {
        assertThatThrownBy(() -> database.execute("""
                        insert into organization.organization (name, code, kinds, nature, region, prefix, status, created_at)
                        values ('示例单位', '12345678X', '{INSTITUTION}', 'OTHER', '410000', '41', 'ACTIVE', now())
                        """))
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        refused -> assertThat(refused.sqlState()).isEqualTo("XA001"));
    }

    @Test
    void functionsThatRunAsTheirOwnerLookOnlyWhereTheyWereTold() {
        assertThat(names("select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        + " where p.prosecdef and n.nspname not in ('pg_catalog', 'public')"
                        + " and not coalesce(array_to_string(p.proconfig, ',') ~ 'search_path', false)"))
                .isEmpty();
    }

    @Test
    void viewsAreForReading() {
        assertThat(names("select n.nspname || '.' || c.relname as name from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm')"
                        + " and n.nspname not in ('pg_catalog', 'information_schema')"
                        + " and has_table_privilege('xueshi_app', c.oid, 'INSERT, UPDATE, DELETE')"))
                .isEmpty();
    }

    private static String columns(String condition) {
        return "select t.name || '.' || a.attname as name from (" + TABLES + ") t"
                + " join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped"
                // Jobs and event publications have the layout their libraries ask for.
                + " where t.name not in ('platform.scheduled_tasks', 'platform.event_publication') and " + condition;
    }

    private static Set<String> parts(String table) {
        return names("select relid::regclass::text as name from pg_partition_tree('" + table + "')" + " union select '"
                + table + "'");
    }

    private static Set<String> privileges(String table) {
        return List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES").stream()
                .filter(privilege -> Boolean.TRUE.equals(
                        database.fetchValue("select has_table_privilege('xueshi_app', ?, ?)", table, privilege)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String query) {
        return new TreeSet<>(database.fetch(query).getValues("name", String.class));
    }

    /** What a module may depend on: what its sign lists, and what everybody shares. */
    private static Set<String> dependencies(String module) {
        return Stream.concat(
                        Arrays.stream(XueshiApplication.class
                                .getAnnotation(Modulithic.class)
                                .sharedModules()),
                        Arrays.stream(module(module).allowedDependencies())
                                .map(dependency -> dependency.split("::")[0].strip()))
                .collect(Collectors.toSet());
    }

    private static ApplicationModule module(String schema) {
        try {
            return Class.forName("org.xueshi." + schema + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No module " + schema, e);
        }
    }
}
