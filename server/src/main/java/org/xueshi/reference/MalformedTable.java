package org.xueshi.reference;

/** A code table that is refused, with its file, line and reason: {@code regions.csv:42: ...}. */
class MalformedTable extends RuntimeException {

    MalformedTable(String file, int line, String reason) {
        super("%s:%d: %s".formatted(file, line, reason));
    }
}
