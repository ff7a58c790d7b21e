package org.xueshi.bench.province;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's text format on their way into a table. */
final class CopyText {

    private static final int PACKET = 1 << 16;

    private final CopyIn target;
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream(2 * PACKET);
    private final StringBuilder row = new StringBuilder(1024);
    private long rows;

    CopyText(CopyIn target) {
        this.target = target;
    }

    /** One row. Bytes are written as bytes, null as null, everything else as it says itself. */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                row.append('\t');
            }
            append(values[i]);
        }
        row.append('\n');
        packet.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
        row.setLength(0);
        rows++;
        if (packet.size() >= PACKET) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> row.append("\\N");
            case byte[] bytes -> row.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case String text -> row.append(text.replace("\\", "\\\\"));
            default -> row.append(value);
        }
    }

    private void flush() {
        try {
            target.writeToCopy(packet.toByteArray(), 0, packet.size());
            packet.reset();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many rows were copied. */
    long end() throws SQLException {
        flush();
        target.endCopy();
        return rows;
    }
}
