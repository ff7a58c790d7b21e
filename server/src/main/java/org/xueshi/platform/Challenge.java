package org.xueshi.platform;

/**
 * A check that somebody human, or at least patient, is there. Either of its two answers is accepted: the digits of the picture, or a
 * piece of work the browser does by itself, with nothing to see, hear or solve.
 *
 * @param token to be sent back with the answer; good for one answer within five minutes
 * @param picture the digits as a PNG {@code data:} URL
 * @param salt the work: find a number n so that SHA-256 of {@code salt:n} begins with {@code bits} zero bits
 * @param bits how much work
 */
public record Challenge(String token, String picture, String salt, int bits) {}
