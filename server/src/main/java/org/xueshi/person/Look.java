package org.xueshi.person;

import java.time.Instant;

/** Somebody looked at a person's full numbers. */
record Look(String name, String place, String reason, Instant at) {}
