package org.xueshi.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xueshi.person.DocumentType;
import org.xueshi.person.Person;
import org.xueshi.person.PersonCategory;
import org.xueshi.person.Profile;

/** What was filled in, for the one who filled it in. */
record RegistrationDraft(
        long employerId,
        PersonCategory category,
        String name,
        DocumentType documentType,
        String documentNumber,
        String phone,
        String email,
        @Nullable String landline,
        @Nullable String department,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String ethnicGroup,
        @Nullable String nativePlace,
        @Nullable String education,
        @Nullable String school,
        @Nullable String major,
        @Nullable LocalDate graduatedOn,
        String titleLevel,
        @Nullable String titleSeries,
        @Nullable String title,
        @Nullable LocalDate titleSince) {

    static RegistrationDraft of(Person person) {
        Profile profile = person.profile();
        return new RegistrationDraft(
                person.employerId(),
                person.category(),
                person.name(),
                person.document().type(),
                person.document().number(),
                person.contact().phone().number(),
                person.contact().email(),
                person.contact().landline(),
                profile.department(),
                profile.sex(),
                profile.birthDate(),
                profile.ethnicGroup(),
                profile.nativePlace(),
                profile.education(),
                profile.school(),
                profile.major(),
                profile.graduatedOn(),
                profile.titleLevel(),
                profile.titleSeries(),
                profile.title(),
                profile.titleSince());
    }

    @Override
    public String toString() {
        return "RegistrationDraft";
    }
}
