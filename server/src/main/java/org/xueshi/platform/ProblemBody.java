package org.xueshi.platform;

import java.util.List;
import java.util.Map;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type a relative URI that names the problem
 * @param title what happened, in Chinese, the same for every occurrence
 * @param status the HTTP status
 * @param detail what happened here and what would make it possible
 * @param code the problem's key, {@code declaration.wrong-state}: what programs compare
 * @param request the number under which support finds this request
 * @param facts what the sentence was made of, for programs
 * @param errors what is wrong with single fields
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String request,
        Map<String, Object> facts,
        List<Refused.FieldError> errors) {}
