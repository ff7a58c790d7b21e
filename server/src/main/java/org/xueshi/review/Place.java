package org.xueshi.review;

/** An organization that holds a level. */
public record Place(long id, String name) {}
