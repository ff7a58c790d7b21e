package org.xueshi.policy;

/**
 * Over how many years, beginning with the declared one, an item's hours are registered in equal parts (学历教育分两年登记).
 *
 * @param years 1 for everything in the declared year
 */
public record Spread(int years, Legal legal) {}
