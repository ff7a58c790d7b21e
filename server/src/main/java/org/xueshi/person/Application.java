package org.xueshi.person;

import java.time.Instant;

/** A registration that was filled in and checked. */
public record Application(
        String name, IdDocument document, Contact contact, long employerId, PersonCategory category, Profile profile) {

    Person person(long id, Instant now, int version) {
        return new Person(
                id, name, document, contact, employerId, category, profile, PersonStatus.PENDING, now, version);
    }
}
