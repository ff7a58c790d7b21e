package org.xueshi.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.organization.Organization;
import org.xueshi.organization.OrganizationKind;
import org.xueshi.organization.Organizations;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Refused.FieldError;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;
import org.xueshi.policy.PersonFacts;
import org.xueshi.policy.ProfileField;
import org.xueshi.policy.RegistrationRule;
import org.xueshi.reference.CodeTables;
import org.xueshi.reference.Title;
import org.xueshi.reference.Titles;

/**
 * Turns a typed registration into an application: the pack of the chosen employer and category says what must be filled in, the
 * document tells birth and sex where it does.
 */
@Component
class ApplicationReader {

    private static final String NONE = "NONE";

    private final Organizations organizations;
    private final Packs packs;
    private final CodeTables tables;
    private final Titles titles;
    private final Clock clock;

    ApplicationReader(Organizations organizations, Packs packs, CodeTables tables, Titles titles, Clock clock) {
        this.organizations = organizations;
        this.packs = packs;
        this.tables = tables;
        this.titles = titles;
        this.clock = clock;
    }

    /** @throws Refused naming every field that is wrong */
    Application read(ApplicationForm form) {
        Organization employer = employer(form.employerId());
        String level = level(form);
        RegistrationRule rule = rule(employer, form.category(), level);
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        Optional<IdDocument> document = IdDocument.parse(form.documentType(), form.documentNumber(), today);
        if (document.isEmpty()) {
            errors.add(new FieldError("documentNumber", "证件号不正确，请核对位数、出生日期和最后一位校验码"));
        }
        Optional<Phone> phone = Phone.parse(form.phone());
        if (phone.isEmpty()) {
            errors.add(new FieldError("phone", "手机号不正确，请填写11位手机号"));
        }
        Profile profile = profile(form, document, level);
        rule.fields().forEach(asked -> check(asked, profile, today, errors));
        if (!errors.isEmpty()) {
            throw new Refused(CommonProblem.INVALID, errors);
        }
        return new Application(
                cleanName(form.name()),
                document.orElseThrow(),
                new Contact(phone.orElseThrow(), form.email().strip(), blankToNull(form.landline())),
                employer.id(),
                form.category(),
                profile);
    }

    /** What a registration with this employer asks, and under which schemes it puts somebody. */
    RegistrationForm form(long employerId, PersonCategory category, @Nullable String titleLevel) {
        Organization employer = employer(employerId);
        List<Pack> holding = packs.holdingFor(facts(employer, category, titleLevel == null ? NONE : titleLevel));
        if (holding.isEmpty()) {
            // Some schemes take in only those who hold a title: the question is answered once that is known.
            holding = packs.holdingFor(facts(employer, category, "JUNIOR_STAFF"));
        }
        if (holding.isEmpty()) {
            throw new Refused(PersonProblem.NO_SCHEME).with("employer", employer.name());
        }
        return new RegistrationForm(
                employer.name(),
                holding.stream().map(Pack::name).toList(),
                holding.getFirst().registration().fields());
    }

    /** A profile with its owner's changes, checked as a registration is. */
    Person changed(Person person, ProfileForm form) {
        Profile was = person.profile();
        Profile profile = new Profile(
                blankToNull(form.department()),
                was.sex(),
                was.birthDate(),
                blankToNull(form.ethnicGroup()),
                blankToNull(form.nativePlace()),
                blankToNull(form.education()),
                blankToNull(form.school()),
                blankToNull(form.major()),
                form.graduatedOn(),
                was.titleLevel(),
                was.titleSeries(),
                was.title(),
                was.titleSince(),
                form.photo() == null ? was.photo() : form.photo());
        Contact contact = new Contact(person.contact().phone(), person.contact().email(), blankToNull(form.landline()));
        List<FieldError> errors = new ArrayList<>();
        RegistrationRule rule = rule(employer(person.employerId()), person.category(), was.titleLevel());
        rule.locked().stream()
                .filter(field ->
                        !Objects.equals(valueOf(field, was, person.contact()), valueOf(field, profile, contact)))
                .forEach(field -> errors.add(new FieldError(nameOf(field), "该项注册成功后不允许修改；如有变化，请联系所在单位管理员")));
        rule.fields().forEach(asked -> check(asked, profile, LocalDate.now(clock), errors));
        if (!errors.isEmpty()) {
            throw new Refused(CommonProblem.INVALID, errors);
        }
        return person.with(profile, contact);
    }

    private Organization employer(long id) {
        return organizations
                .find(id)
                .filter(found -> found.is(OrganizationKind.EMPLOYER))
                .orElseThrow(() -> new Refused(PersonProblem.EMPLOYER_UNKNOWN));
    }

    private RegistrationRule rule(Organization employer, PersonCategory category, String titleLevel) {
        return packs.holdingFor(facts(employer, category, titleLevel)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(PersonProblem.NO_SCHEME).with("employer", employer.name()))
                .registration();
    }

    private static PersonFacts facts(Organization employer, PersonCategory category, String titleLevel) {
        return new PersonFacts(
                employer.prefix(), category.name(), employer.nature().name(), titleLevel, null);
    }

    /** The level of the chosen title; the typed one only where the title is none of the tables. */
    private String level(ApplicationForm form) {
        if (form.titleSeries() != null && form.title() != null) {
            Optional<Title> known = titles.find(form.titleSeries(), form.title());
            if (known.isPresent()) {
                return known.get().level();
            }
        }
        String typed = form.titleLevel();
        return typed != null && tables.item(CodeTables.TITLE_LEVELS, typed).isPresent() ? typed : NONE;
    }

    private static Profile profile(ApplicationForm form, Optional<IdDocument> document, String level) {
        return new Profile(
                blankToNull(form.department()),
                document.flatMap(IdDocument::sex).orElse(form.sex()),
                document.flatMap(IdDocument::birthDate).orElse(form.birthDate()),
                blankToNull(form.ethnicGroup()),
                blankToNull(form.nativePlace()),
                blankToNull(form.education()),
                blankToNull(form.school()),
                blankToNull(form.major()),
                form.graduatedOn(),
                level,
                NONE.equals(level) ? null : blankToNull(form.titleSeries()),
                NONE.equals(level) ? null : blankToNull(form.title()),
                NONE.equals(level) ? null : form.titleSince(),
                form.photo());
    }

    private void check(RegistrationRule.Asked asked, Profile profile, LocalDate today, List<FieldError> errors) {
        Object value = valueOf(asked.field(), profile);
        String name = nameOf(asked.field());
        if (value == null) {
            if (asked.required()) {
                errors.add(new FieldError(name, "请填写" + asked.label()));
            }
        } else if (value instanceof LocalDate day && (day.isAfter(today) || day.getYear() < 1900)) {
            errors.add(new FieldError(name, asked.label() + "不正确"));
        } else if (tableOf(asked.field()) instanceof String table
                && tables.item(table, String.valueOf(value)).isEmpty()) {
            errors.add(new FieldError(name, "请选择" + asked.label()));
        }
    }

    private static @Nullable Object valueOf(ProfileField field, Profile profile, Contact contact) {
        return field == ProfileField.LANDLINE ? contact.landline() : valueOf(field, profile);
    }

    private static @Nullable Object valueOf(ProfileField field, Profile profile) {
        return switch (field) {
            case SEX -> profile.sex();
            case BIRTH_DATE -> profile.birthDate();
            case ETHNIC_GROUP -> profile.ethnicGroup();
            case NATIVE_PLACE -> profile.nativePlace();
            case EDUCATION -> profile.education();
            case MAJOR -> profile.major();
            case SCHOOL -> profile.school();
            case GRADUATED_ON -> profile.graduatedOn();
            case DEPARTMENT -> profile.department();
            case TITLE -> profile.titleLevel();
            case TITLE_SINCE -> profile.titleSince();
            case PHOTO -> profile.photo();
            // Not part of the profile: kept with the contact, and never required.
            case LANDLINE -> "";
        };
    }

    private static @Nullable String tableOf(ProfileField field) {
        return switch (field) {
            case SEX -> CodeTables.SEXES;
            case ETHNIC_GROUP -> CodeTables.ETHNIC_GROUPS;
            case NATIVE_PLACE -> CodeTables.NATIVE_PLACES;
            case EDUCATION -> CodeTables.EDUCATION;
            case TITLE -> CodeTables.TITLE_LEVELS;
            case BIRTH_DATE, LANDLINE, MAJOR, SCHOOL, GRADUATED_ON, DEPARTMENT, TITLE_SINCE, PHOTO -> null;
        };
    }

    private static String nameOf(ProfileField field) {
        return switch (field) {
            case SEX -> "sex";
            case BIRTH_DATE -> "birthDate";
            case ETHNIC_GROUP -> "ethnicGroup";
            case NATIVE_PLACE -> "nativePlace";
            case EDUCATION -> "education";
            case MAJOR -> "major";
            case SCHOOL -> "school";
            case GRADUATED_ON -> "graduatedOn";
            case DEPARTMENT -> "department";
            case TITLE -> "titleLevel";
            case TITLE_SINCE -> "titleSince";
            case PHOTO -> "photo";
            case LANDLINE -> "landline";
        };
    }

    /** As people write names: no control or direction characters, single spaces, the middle dot of Unicode. */
    private static String cleanName(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .replaceAll("[•・‧．]", "·")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
