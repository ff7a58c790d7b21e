package org.xueshi.account;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param id names it for ending it; of no use to anybody else
 * @param current whether it is the one that asks
 */
record SessionRow(String id, String device, String address, Instant beganAt, Instant seenAt, boolean current) {}
