package org.xueshi.bench.load;

import java.nio.charset.StandardCharsets;

/** What came back. */
public record Answer(int status, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when the server refused: a refusal is quick, and no figure */
    public Answer demandOk() {
        if (status / 100 != 2) {
            throw new IllegalStateException("Answered %d: %s".formatted(status, text()));
        }
        return this;
    }
}
