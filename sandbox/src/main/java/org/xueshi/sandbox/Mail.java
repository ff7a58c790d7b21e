package org.xueshi.sandbox;

import java.time.Instant;

/**
 * A mail as one of its recipients got it.
 *
 * @param to the address it was delivered to, whether the mail names it or not
 * @param text the plain text, or the source of the HTML when there is none
 */
record Mail(long id, String to, String from, String subject, String text, Instant receivedAt) {}
