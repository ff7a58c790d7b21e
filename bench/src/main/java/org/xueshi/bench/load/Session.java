package org.xueshi.bench.load;

/**
 * Somebody who is logged in.
 *
 * @param cookie the whole header
 * @param workspace as what
 */
public record Session(String cookie, String workspace) {}
