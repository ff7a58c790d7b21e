package org.xueshi.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of {@code messages.properties}; a place {@code {name}} takes a fact of that name and nothing else. */
@Component
public class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Map<String, Object> facts) {
        String sentence = messages.getMessage(key, null, Locale.CHINA);
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(facts.getOrDefault(place.group(1), ""))));
    }

    public String of(String key) {
        return of(key, Map.of());
    }

    ProblemBody body(Refused refused) {
        Problem problem = refused.problem();
        String request = Optional.ofNullable(MDC.get(Acting.REQUEST)).orElse("-");
        return new ProblemBody(
                "/problems/" + problem.key().replace('.', '/'),
                of(problem.key() + ".title", refused.facts()),
                problem.status().value(),
                of(problem.key() + ".detail", refused.facts()),
                problem.key(),
                request,
                refused.facts(),
                refused.errors());
    }
}
