package org.xueshi.person;

import org.jspecify.annotations.Nullable;

/** Which people are wanted. */
record PeopleFilter(
        @Nullable String name,
        @Nullable String employer,
        @Nullable String department,
        @Nullable PersonStatus status) {

    @Override
    public String toString() {
        return "PeopleFilter[" + status + "]";
    }
}
