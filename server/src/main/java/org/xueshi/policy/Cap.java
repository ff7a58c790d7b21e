package org.xueshi.policy;

/**
 * No more than so many hours of something count in a year, whatever the ledger holds.
 *
 * @param label as the learner reads it: 自学
 * @param measure hours of one subject; caps of one subject never overlap, so their order does not matter
 * @param most the most that counts
 */
public record Cap(String label, Measure measure, Hours most, Legal legal) {}
