package org.xueshi.sandbox;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of a page, made of a template of ours and values that get into it escaped. */
record Html(String markup) {

    private static final String PLACE = "{}";

    /** Fills the places {@code {}} of a template: with a piece as it is, with everything else as text. */
    static Html of(String template, Object... values) {
        StringBuilder markup = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf(PLACE, from);
            markup.append(template, from, place).append(value instanceof Html piece ? piece.markup : escaped(value));
            from = place + PLACE.length();
        }
        return new Html(markup.append(template, from, template.length()).toString());
    }

    static Html all(Stream<Html> pieces) {
        return new Html(pieces.map(Html::markup).collect(Collectors.joining()));
    }

    private static String escaped(Object value) {
        StringBuilder text = new StringBuilder();
        value.toString().codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(point);
            }
        });
        return text.toString();
    }
}
