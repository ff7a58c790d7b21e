package org.xueshi.ledger;

/**
 * Where hours come from; one source is credited once.
 *
 * @param kind {@code DECLARATION}, {@code IMPORT} ...: every module that credits has its own; {@code INSTITUTION} is kept for what
 *     institutions declare for their learners
 * @param key unique within the kind
 */
public record Source(String kind, String key) {}
