package org.xueshi.certificate;

import static org.xueshi.certificate.db.Tables.CERTIFICATE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.xueshi.certificate.db.tables.records.CertificateRecord;
import org.xueshi.platform.Ids;
import org.xueshi.vault.Vault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves certificates. */
@Repository
class CertificateStore {

    private static final String DOCUMENT = "certificate.certificate.document";
    private static final TypeReference<List<CertificateFact>> FACTS = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;
    private final Vault vault;

    CertificateStore(DSLContext database, JsonMapper json, Vault vault) {
        this.database = database;
        this.json = json;
        this.vault = vault;
    }

    /** Saves a new one; false when the person has a valid one for the year, or the random number is taken. */
    boolean insert(Issue issue, CertificateNumber number, String code, Instant now) {
        long id = Ids.next(database, CERTIFICATE);
        CertificateRecord row = database.newRecord(CERTIFICATE);
        row.setId(id);
        row.setNumber(number.text());
        row.setCode(code);
        row.setScheme(issue.scheme());
        row.setPersonId(issue.personId());
        row.setYear(issue.year());
        row.setTitle(issue.title());
        row.setIssuer(issue.issuer());
        row.setHolder(issue.holder());
        row.setDocument(vault.seal(DOCUMENT, id, issue.maskedDocument()));
        row.setFacts(JSONB.jsonb(json.writeValueAsString(issue.facts())));
        row.setPurpose(issue.purpose());
        row.setDraft(issue.draft());
        row.setStatus(CertificateStatus.VALID.name());
        row.setIssuedAt(now);
        return database.insertInto(CERTIFICATE).set(row).onConflictDoNothing().execute() == 1;
    }

    Optional<Certificate> find(long id) {
        return fetch(CERTIFICATE.ID.eq(id)).stream().findFirst();
    }

    Optional<Certificate> findByCode(String code) {
        return fetch(CERTIFICATE.CODE.eq(code)).stream().findFirst();
    }

    Optional<Certificate> findByNumber(CertificateNumber number) {
        return fetch(CERTIFICATE.NUMBER.eq(number.text())).stream().findFirst();
    }

    Optional<Certificate> findValid(String scheme, long personId, int year) {
        return fetch(CERTIFICATE
                        .SCHEME
                        .eq(scheme)
                        .and(CERTIFICATE.PERSON_ID.eq(personId))
                        .and(CERTIFICATE.YEAR.eq(year))
                        .and(CERTIFICATE.STATUS.eq(CertificateStatus.VALID.name())))
                .stream()
                .findFirst();
    }

    List<Certificate> ofPerson(long personId) {
        return fetch(CERTIFICATE.PERSON_ID.eq(personId));
    }

    List<Certificate> ofPeople(Collection<Long> personIds, String scheme, int year) {
        return fetch(CERTIFICATE
                .PERSON_ID
                .in(personIds)
                .and(CERTIFICATE.SCHEME.eq(scheme))
                .and(CERTIFICATE.YEAR.eq(year))
                .and(CERTIFICATE.STATUS.eq(CertificateStatus.VALID.name())));
    }

    private List<Certificate> fetch(Condition condition) {
        return database.selectFrom(CERTIFICATE)
                .where(condition)
                .orderBy(CERTIFICATE.ID.desc())
                .fetch(this::toCertificate);
    }

    /** Revokes; false when it is revoked already. */
    boolean revoke(long id, String by, String reason, RevocationCause cause, Instant now) {
        return database.update(CERTIFICATE)
                        .set(CERTIFICATE.STATUS, CertificateStatus.REVOKED.name())
                        .set(CERTIFICATE.REVOKED_AT, now)
                        .set(CERTIFICATE.REVOKED_BY, by)
                        .set(CERTIFICATE.REASON, reason)
                        .set(CERTIFICATE.CAUSE, cause.name())
                        .where(CERTIFICATE.ID.eq(id), CERTIFICATE.STATUS.eq(CertificateStatus.VALID.name()))
                        .execute()
                == 1;
    }

    /** Keeps the drawing; false when another one was faster. */
    boolean setFile(long id, UUID file) {
        return database.update(CERTIFICATE)
                        .set(CERTIFICATE.FILE, file)
                        .where(CERTIFICATE.ID.eq(id), CERTIFICATE.FILE.isNull())
                        .execute()
                == 1;
    }

    private Certificate toCertificate(CertificateRecord row) {
        return new Certificate(
                row.getId(),
                row.getNumber(),
                row.getCode(),
                row.getScheme(),
                row.getPersonId(),
                row.getYear(),
                row.getTitle(),
                row.getIssuer(),
                row.getHolder(),
                vault.open(DOCUMENT, row.getId(), row.getDocument()),
                json.readValue(row.getFacts().data(), FACTS),
                row.getPurpose(),
                row.getDraft(),
                CertificateStatus.valueOf(row.getStatus()),
                row.getIssuedAt(),
                row.getRevokedAt(),
                row.getRevokedBy(),
                row.getReason(),
                row.getCause() == null ? null : RevocationCause.valueOf(row.getCause()),
                row.getFile());
    }
}
