package org.xueshi.policy;

import java.util.Map;

/** Reads where a value comes from, and insists that it says so. */
final class LegalReader {

    private final Map<String, String> sources;

    LegalReader(Map<String, String> sources) {
        this.sources = sources;
    }

    /** The {@code source}, {@code status} and {@code note} that stand beside a value. */
    Legal of(PackNode node) {
        PackNode source = node.at("source");
        String key = source.text();
        source.demand(
                sources.containsKey(key), "'%s' is none of the pack's sources %s".formatted(key, sources.keySet()));
        return new Legal(
                key,
                node.at("status").oneOf(LegalStatus.class),
                node.maybe("note").map(PackNode::text).orElse(null));
    }
}
