package org.xueshi.person;

import java.time.Instant;
import org.xueshi.platform.Refused;

/** A person and the rules of his registration. */
public record Person(
        long id,
        String name,
        IdDocument document,
        Contact contact,
        long employerId,
        PersonCategory category,
        Profile profile,
        PersonStatus status,
        Instant registeredAt,
        int version) {

    Person with(PersonStatus changed) {
        return new Person(id, name, document, contact, employerId, category, profile, changed, registeredAt, version);
    }

    Person with(Contact changed) {
        return new Person(id, name, document, changed, employerId, category, profile, status, registeredAt, version);
    }

    Person with(Profile changed, Contact changedContact) {
        return new Person(
                id, name, document, changedContact, employerId, category, changed, status, registeredAt, version);
    }

    /** The employer has decided. */
    Person decided(boolean accepted) {
        demand(status == PersonStatus.PENDING);
        return with(accepted ? PersonStatus.ACTIVE : PersonStatus.SENT_BACK);
    }

    /** 撤回申请. */
    Person withdrawn() {
        demand(status == PersonStatus.PENDING || status == PersonStatus.SENT_BACK);
        return with(PersonStatus.WITHDRAWN);
    }

    /** Handed in again after it was sent back or withdrawn. */
    Person appliedAgain(Application application, Instant now) {
        demand(status == PersonStatus.SENT_BACK || status == PersonStatus.WITHDRAWN);
        return application.person(id, now, version);
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new Refused(PersonProblem.WRONG_STATE);
        }
    }

    boolean isActive() {
        return status == PersonStatus.ACTIVE;
    }
}
