package org.xueshi.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person in a list; the document is masked. */
record PersonRow(
        long id,
        String name,
        String maskedDocument,
        String employerName,
        @Nullable String department,
        PersonCategory category,
        String titleLevel,
        @Nullable String title,
        PersonStatus status,
        Instant registeredAt) {}
