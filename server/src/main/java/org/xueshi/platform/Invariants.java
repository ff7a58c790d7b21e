package org.xueshi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Checks what must be true at any moment ({@code db/invariants.sql}), and raises its voice when it is not. */
@Component
public class Invariants {

    private static final Logger log = LoggerFactory.getLogger(Invariants.class);
    private static final String NAME = "-- name: ";
    private static final int SHOWN = 5;

    private final DSLContext database;
    private final Map<String, String> statements = read();

    Invariants(DSLContext database) {
        this.database = database;
    }

    /** The names of those that do not hold, each with some of the rows that contradict it. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        statements.forEach((name, statement) -> {
            var rows = database.resultQuery(statement).maxRows(SHOWN).fetch();
            if (!rows.isEmpty()) {
                broken.add(name + ": " + rows.map(row -> row.intoList().toString()));
            }
        });
        broken.forEach(each -> log.error("An invariant is broken: {}", each));
        return broken;
    }

    private static Map<String, String> read() {
        try {
            String file = new ClassPathResource("db/invariants.sql").getContentAsString(StandardCharsets.UTF_8);
            Map<String, String> statements = new LinkedHashMap<>();
            for (String part : file.split("(?m)^" + NAME)) {
                int end = part.indexOf('\n');
                if (part.strip().endsWith(";")) {
                    statements.put(
                            part.substring(0, end).strip(),
                            part.substring(end).strip().replaceAll(";$", ""));
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
