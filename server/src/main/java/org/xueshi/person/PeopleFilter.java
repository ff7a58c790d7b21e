package org.xueshi.person;

import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted.
 *
 * @param document the whole document number: parts cannot be searched, nor guessed
 */
record PeopleFilter(
        @Nullable String name,
        @Nullable String document,
        @Nullable String employer,
        @Nullable String department,
        @Nullable PersonStatus status) {

    @Override
    public String toString() {
        return "PeopleFilter[" + status + "]";
    }
}
