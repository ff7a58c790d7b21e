package org.xueshi.person;

import static org.xueshi.person.db.Tables.LOOK;
import static org.xueshi.person.db.Tables.PERSON;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.person.db.tables.records.PersonRecord;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Ids;
import org.xueshi.platform.Refused;
import org.xueshi.vault.Vault;

/** Loads and saves people; seals what nobody may read in the database. */
@Repository
class PersonStore {

    private static final String DOCUMENT = "person.person.document_number";
    private static final String PHONE = "person.person.phone";
    private static final String EMAIL = "person.person.email";
    private static final String LANDLINE = "person.person.landline";

    private final DSLContext database;
    private final Vault vault;

    PersonStore(DSLContext database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    long nextId() {
        return Ids.next(database, PERSON);
    }

    Optional<Person> find(long id) {
        return database.selectFrom(PERSON).where(PERSON.ID.eq(id)).fetchOptional(this::toPerson);
    }

    Optional<Person> findByDocument(IdDocument document) {
        return database.selectFrom(PERSON).where(byNumber(document.number())).fetchOptional(this::toPerson);
    }

    /** Whoever has this number, whichever document it is of: numbers of different kinds do not collide in practice. */
    Condition byNumber(String number) {
        return PERSON.DOCUMENT_INDEX.eq(vault.index(DOCUMENT, number));
    }

    Optional<Person> lock(long id) {
        return database.selectFrom(PERSON).where(PERSON.ID.eq(id)).forUpdate().fetchOptional(this::toPerson);
    }

    void insert(Person person) {
        PersonRecord row = database.newRecord(PERSON);
        row.setId(person.id());
        write(person, row);
        row.insert();
    }

    void update(Person person) {
        PersonRecord row = database.newRecord(PERSON);
        write(person, row);
        row.setVersion(person.version() + 1);
        int updated = database.update(PERSON)
                .set(row)
                .where(PERSON.ID.eq(person.id()), PERSON.VERSION.eq(person.version()))
                .execute();
        if (updated != 1) {
            throw new Refused(CommonProblem.STALE);
        }
    }

    private void write(Person from, PersonRecord row) {
        long id = from.id();
        Contact contact = from.contact();
        row.setName(from.name());
        row.setDocumentType(from.document().type().name());
        row.setDocumentNumber(vault.seal(DOCUMENT, id, from.document().number()));
        row.setDocumentIndex(vault.index(DOCUMENT, from.document().number()));
        row.setPhone(vault.seal(PHONE, id, contact.phone().number()));
        row.setPhoneIndex(vault.index(PHONE, contact.phone().number()));
        row.setEmail(vault.seal(EMAIL, id, contact.email()));
        row.setLandline(contact.landline() == null ? null : vault.seal(LANDLINE, id, contact.landline()));
        row.setEmployerId(from.employerId());
        row.setCategory(from.category().name());
        row.setStatus(from.status().name());
        row.setRegisteredAt(from.registeredAt());
        Profile profile = from.profile();
        row.setDepartment(profile.department());
        row.setSex(profile.sex());
        row.setBirthDate(profile.birthDate());
        row.setEthnicGroup(profile.ethnicGroup());
        row.setNativePlace(profile.nativePlace());
        row.setEducation(profile.education());
        row.setSchool(profile.school());
        row.setMajor(profile.major());
        row.setGraduatedOn(profile.graduatedOn());
        row.setTitleLevel(profile.titleLevel());
        row.setTitleSeries(profile.titleSeries());
        row.setTitle(profile.title());
        row.setTitleSince(profile.titleSince());
        row.setPhoto(profile.photo());
    }

    Person toPerson(PersonRecord row) {
        return new Person(
                row.getId(),
                row.getName(),
                document(row),
                new Contact(
                        new Phone(vault.open(PHONE, row.getId(), row.getPhone())),
                        vault.open(EMAIL, row.getId(), row.getEmail()),
                        landline(row)),
                row.getEmployerId(),
                PersonCategory.valueOf(row.getCategory()),
                new Profile(
                        row.getDepartment(),
                        row.getSex(),
                        row.getBirthDate(),
                        row.getEthnicGroup(),
                        row.getNativePlace(),
                        row.getEducation(),
                        row.getSchool(),
                        row.getMajor(),
                        row.getGraduatedOn(),
                        row.getTitleLevel(),
                        row.getTitleSeries(),
                        row.getTitle(),
                        row.getTitleSince(),
                        row.getPhoto()),
                PersonStatus.valueOf(row.getStatus()),
                row.getRegisteredAt(),
                row.getVersion());
    }

    IdDocument document(PersonRecord row) {
        return new IdDocument(
                DocumentType.valueOf(row.getDocumentType()),
                vault.open(DOCUMENT, row.getId(), row.getDocumentNumber()));
    }

    private @Nullable String landline(PersonRecord row) {
        return row.getLandline() == null ? null : vault.open(LANDLINE, row.getId(), row.getLandline());
    }

    void insertLook(long personId, long accountId, String name, String place, String reason, Instant now) {
        database.insertInto(LOOK)
                .set(LOOK.PERSON_ID, personId)
                .set(LOOK.ACCOUNT_ID, accountId)
                .set(LOOK.NAME, name)
                .set(LOOK.PLACE, place)
                .set(LOOK.REASON, reason)
                .set(LOOK.AT, now)
                .execute();
    }

    int countLooks(long accountId, Instant since) {
        return database.fetchCount(LOOK, LOOK.ACCOUNT_ID.eq(accountId), LOOK.AT.ge(since));
    }
}
