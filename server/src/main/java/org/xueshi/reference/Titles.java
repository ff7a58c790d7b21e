package org.xueshi.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The professional titles of every series: people know the name, rules ask for the level it stands for. */
@Component
public class Titles {

    static final List<String> COLUMNS = List.of("series_code", "series", "branch", "level", "name", "status", "source");

    private final List<Title> titles;

    @Autowired
    public Titles(CodeTables tables) {
        this(Table.ofResource("titles.csv", COLUMNS), tables);
    }

    Titles(Table table, CodeTables tables) {
        List<Title> read = new ArrayList<>();
        Map<String, String> series = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Title title = title(row, tables);
            if (!series.computeIfAbsent(title.seriesCode(), code -> title.series())
                    .equals(title.series())) {
                throw row.malformed("the series " + title.seriesCode() + " has two names");
            }
            if (read.stream().anyMatch(each -> isNamed(each, title.seriesCode(), title.name()))) {
                throw row.malformed(title.name() + " stands twice in its series");
            }
            read.add(title);
        }
        this.titles = List.copyOf(read);
    }

    /** Series by series, ladder by ladder, the highest first. */
    public List<Title> all() {
        return titles;
    }

    public List<Title> ofSeries(String seriesCode) {
        return titles.stream()
                .filter(title -> title.seriesCode().equals(seriesCode))
                .toList();
    }

    public Optional<Title> find(String seriesCode, String name) {
        return titles.stream().filter(title -> isNamed(title, seriesCode, name)).findAny();
    }

    private static boolean isNamed(Title title, String seriesCode, String name) {
        return title.seriesCode().equals(seriesCode) && title.name().equals(name);
    }

    private static Title title(Table.Row row, CodeTables tables) {
        Title title = new Title(
                row.text("series_code"),
                row.text("series"),
                row.maybe("branch").orElse(null),
                row.text("level"),
                row.text("name"),
                row.text("status"),
                row.maybe("source").orElse(null));
        if (tables.item(CodeTables.TITLE_LEVELS, title.level()).isEmpty()) {
            throw row.malformed("no such level: " + title.level());
        }
        if (!CodeTables.STATUSES.contains(title.status())) {
            throw row.malformed("no such status: " + title.status());
        }
        return title;
    }
}
