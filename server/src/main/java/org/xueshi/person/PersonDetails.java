package org.xueshi.person;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.organization.Organization;
import org.xueshi.organization.Organizations;
import org.xueshi.platform.Caller;
import org.xueshi.policy.Pack;
import org.xueshi.reference.CodeItem;
import org.xueshi.reference.CodeTables;
import org.xueshi.reference.Regions;
import org.xueshi.review.ReviewStep;

/** Puts together what is shown of one person. */
@Component
class PersonDetails {

    private final People people;
    private final Organizations organizations;
    private final CodeTables tables;
    private final Regions regions;

    PersonDetails(People people, Organizations organizations, CodeTables tables, Regions regions) {
        this.people = people;
        this.organizations = organizations;
        this.tables = tables;
        this.regions = regions;
    }

    PersonDetail of(Person person, Caller caller) {
        Organization employer = organizations.get(person.employerId());
        Optional<People.RegistrationProgress> progress = people.progress(person.id());
        boolean withCaller = progress.flatMap(found -> found.reviewCase().holder())
                .filter(place -> caller.organizationId() != null && place.id() == caller.organizationId())
                .isPresent();
        Profile profile = person.profile();
        List<Pack> schemes = people.schemes(people.facts(person));
        return new PersonDetail(
                person.id(),
                person.name(),
                person.document().type(),
                person.document().masked(),
                person.contact().phone().masked(),
                Contact.maskEmail(person.contact().email()),
                person.contact().landline(),
                employer.name(),
                regions.fullName(employer.region()),
                profile.department(),
                person.category(),
                name(CodeTables.SEXES, profile.sex()),
                profile.birthDate(),
                name(CodeTables.ETHNIC_GROUPS, profile.ethnicGroup()),
                name(CodeTables.NATIVE_PLACES, profile.nativePlace()),
                name(CodeTables.EDUCATION, profile.education()),
                profile.school(),
                profile.major(),
                profile.graduatedOn(),
                profile.titleLevel(),
                profile.title(),
                profile.titleSince(),
                profile.photo() != null,
                person.status(),
                person.registeredAt(),
                schemes.stream().map(Pack::name).toList(),
                progress.map(People.RegistrationProgress::steps).orElse(List.<ReviewStep>of()),
                withCaller,
                person.version(),
                Long.valueOf(person.id()).equals(caller.personId()) ? ProfileForm.of(person) : null,
                // The registration of the first scheme applies.
                schemes.stream()
                        .findFirst()
                        .map(pack ->
                                pack.registration().locked().stream().sorted().toList())
                        .orElse(List.of()));
    }

    private @Nullable String name(String table, @Nullable String code) {
        return code == null
                ? null
                : tables.item(table, code).map(CodeItem::name).orElse(code);
    }
}
