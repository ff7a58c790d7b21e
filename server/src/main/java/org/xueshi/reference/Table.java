package org.xueshi.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Comma-separated text: a line that names the columns, then one row a line. No cell holds a comma or a quote. */
record Table(List<Row> rows) {

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    /** Reads {@code reference/<file>} from the class path. */
    static Table ofResource(String file, List<String> columns) {
        try (InputStream stream = Table.class.getResourceAsStream("/reference/" + file)) {
            if (stream == null) {
                throw new MalformedTable(file, 0, "there is no such file");
            }
            byte[] bytes = stream.readAllBytes();
            return of(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    columns);
        } catch (CharacterCodingException e) {
            throw new MalformedTable(file, 0, "not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws MalformedTable when the head or a row is not as {@code columns} demand */
    static Table of(String file, String text, List<String> columns) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(String.join(",", columns))) {
            throw new MalformedTable(file, 1, "the head must be " + String.join(",", columns));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(file, i + 1, lines.get(i), columns));
        }
        return new Table(List.copyOf(rows));
    }

    private static Row row(String file, int line, String text, List<String> columns) {
        String[] cells = text.split(",", -1);
        if (cells.length != columns.size()) {
            throw new MalformedTable(file, line, "expected %d cells, found %d".formatted(columns.size(), cells.length));
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals(cells[i].strip()) || cells[i].contains("\"")) {
                throw new MalformedTable(file, line, columns.get(i) + " has a quote, or space around it");
            }
            named.put(columns.get(i), cells[i]);
        }
        Row row = new Row(file, line, named);
        row.text("source");
        return row;
    }

    /** One row, which knows where it stands so that it can be refused by name. */
    record Row(String file, int line, Map<String, String> cells) {

        String text(String column) {
            return maybe(column).orElseThrow(() -> malformed(column + " is missing"));
        }

        Optional<String> maybe(String column) {
            return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
        }

        /** Whether the standard still has this row. */
        boolean isCurrent() {
            Optional<Integer> from = year("valid_from");
            Optional<Integer> to = year("valid_to");
            if (from.isPresent() && to.isPresent() && to.get() < from.get()) {
                throw malformed("valid_to is before valid_from");
            }
            return to.isEmpty();
        }

        MalformedTable malformed(String reason) {
            return new MalformedTable(file, line, reason);
        }

        private Optional<Integer> year(String column) {
            return maybe(column).map(cell -> {
                if (!YEAR.matcher(cell).matches()) {
                    throw malformed(column + " is not a year: " + cell);
                }
                return Integer.valueOf(cell);
            });
        }
    }
}
