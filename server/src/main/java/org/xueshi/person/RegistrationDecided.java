package org.xueshi.person;

/** An employer has passed a registration or sent it back. */
public record RegistrationDecided(long personId, boolean accepted) {}
