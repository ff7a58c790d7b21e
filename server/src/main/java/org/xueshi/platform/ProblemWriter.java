package org.xueshi.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals: as a controller's answer, or straight to the response where no controller was reached. */
@Component
public class ProblemWriter {

    private final Sentences sentences;
    private final JsonMapper json;

    ProblemWriter(Sentences sentences, JsonMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    ResponseEntity<ProblemBody> answer(Refused refused) {
        return ResponseEntity.status(refused.problem().status())
                .headers(headers -> retryAfter(refused, headers))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(sentences.body(refused));
    }

    /** For filters, which stand outside Spring MVC's exception handling. */
    public void write(Refused refused, HttpServletResponse response) throws IOException {
        response.setStatus(refused.problem().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(sentences.body(refused)));
    }

    private static void retryAfter(Refused refused, HttpHeaders headers) {
        if (refused.facts().get("seconds") instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
    }
}
