package org.xueshi.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;

/** The small code tables. An entry that its standard dropped is still found by its code, but no longer listed. */
@Component
public class CodeTables {

    public static final String ETHNIC_GROUPS = "ethnic-groups";
    public static final String EDUCATION = "education";
    public static final String DEGREES = "degrees";
    public static final String SEXES = "sexes";
    public static final String IDENTITY_DOCUMENTS = "identity-documents";
    public static final String POST_CATEGORIES = "post-categories";
    public static final String TITLE_LEVELS = "title-levels";
    public static final String NATIVE_PLACES = "native-places";

    static final Set<String> STATUSES = Set.of("verbatim", "secondary", "unverified");
    static final List<String> COLUMNS = List.of("code", "name", "parent", "status", "valid_from", "valid_to", "source");

    private static final List<String> NAMES = List.of(
            ETHNIC_GROUPS, EDUCATION, DEGREES, SEXES, IDENTITY_DOCUMENTS, POST_CATEGORIES, TITLE_LEVELS, NATIVE_PLACES);

    private final Map<String, Entries> tables = new LinkedHashMap<>();

    public CodeTables() {
        NAMES.forEach(name -> tables.put(name, entries(Table.ofResource(name + ".csv", COLUMNS))));
    }

    CodeTables(String name, Table table) {
        tables.put(name, entries(table));
    }

    /** The entries of a table in its own order. @throws Refused when there is no such table */
    public List<CodeItem> items(String table) {
        return find(table).listed();
    }

    /** @throws Refused when there is no such table */
    public Optional<CodeItem> item(String table, String code) {
        return Optional.ofNullable(find(table).byCode().get(code));
    }

    private Entries find(String table) {
        Entries entries = tables.get(table);
        if (entries == null) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        return entries;
    }

    private static Entries entries(Table table) {
        Map<String, CodeItem> byCode = new HashMap<>();
        List<CodeItem> listed = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            CodeItem item = item(row, byCode);
            if (row.isCurrent()) {
                listed.add(item);
            }
        }
        return new Entries(Map.copyOf(byCode), List.copyOf(listed));
    }

    private static CodeItem item(Table.Row row, Map<String, CodeItem> above) {
        CodeItem item = new CodeItem(
                row.text("code"),
                row.text("name"),
                row.maybe("parent").orElse(null),
                row.maybe("status").orElse(null),
                row.maybe("source").orElse(null));
        if (item.status() != null && !STATUSES.contains(item.status())) {
            throw row.malformed("no such status: " + item.status());
        }
        if (item.parent() != null && !above.containsKey(item.parent())) {
            throw row.malformed("the parent " + item.parent() + " does not stand above this row");
        }
        if (above.put(item.code(), item) != null) {
            throw row.malformed("the code " + item.code() + " stands here twice");
        }
        return item;
    }

    private record Entries(Map<String, CodeItem> byCode, List<CodeItem> listed) {}
}
