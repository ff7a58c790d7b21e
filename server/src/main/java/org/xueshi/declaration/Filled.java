package org.xueshi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A claim that was read by its learning form, with what the form says of it. */
record Filled(
        Claim claim,
        String title,
        @Nullable LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Nullable String itemKey) {

    /** A new draft. */
    Declaration draft(long id, long personId, long employerId, @Nullable Long registeredBy, Instant now) {
        return new Declaration(
                id,
                personId,
                employerId,
                claim,
                title,
                beganOn,
                endedOn,
                null,
                null,
                DeclarationStatus.DRAFT,
                registeredBy,
                itemKey,
                now,
                null,
                null,
                0);
    }

    Declaration into(Declaration earlier) {
        return new Declaration(
                earlier.id(),
                earlier.personId(),
                earlier.employerId(),
                claim,
                title,
                beganOn,
                endedOn,
                null,
                null,
                earlier.status(),
                earlier.registeredBy(),
                itemKey,
                earlier.createdAt(),
                earlier.submittedAt(),
                earlier.decidedAt(),
                earlier.version());
    }
}
