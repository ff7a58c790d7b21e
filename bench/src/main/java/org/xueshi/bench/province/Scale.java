package org.xueshi.bench.province;

import java.time.LocalDate;

/** How big a province is made; everything in it grows with its people. */
public record Scale(int people, LocalDate today, Places places) {

    public static final String SCHEME = "henan-zyjs";

    public static Scale of(int people, LocalDate today) {
        return new Scale(people, today, new Places(people));
    }

    public long declarations() {
        return (long) people * MadeDeclaration.A_PERSON;
    }

    public long entries() {
        return (long) people * MadeEntry.A_PERSON;
    }

    /** What somebody logs in with. */
    public String loginOf(long person) {
        return MadePerson.of(person).idNumber();
    }
}
