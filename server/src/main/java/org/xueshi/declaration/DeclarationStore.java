package org.xueshi.declaration;

import static org.jooq.impl.DSL.inline;
import static org.xueshi.declaration.db.Tables.DECLARATION;
import static org.xueshi.declaration.db.Tables.EVIDENCE;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.xueshi.declaration.db.tables.records.DeclarationRecord;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Ids;
import org.xueshi.platform.Refused;
import org.xueshi.policy.FormValues;
import org.xueshi.policy.Hours;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves one declaration. */
@Repository
class DeclarationStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;

    DeclarationStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    long nextId() {
        return Ids.next(database, DECLARATION);
    }

    Optional<Declaration> find(long id) {
        return database.selectFrom(DECLARATION).where(DECLARATION.ID.eq(id)).fetchOptional(this::toDeclaration);
    }

    /** Loads for a change: whoever comes second waits, and then sees what the first one did. */
    Optional<Declaration> lock(long id) {
        return database.selectFrom(DECLARATION)
                .where(DECLARATION.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::toDeclaration);
    }

    void insert(Declaration declaration) {
        DeclarationRecord row = database.newRecord(DECLARATION);
        row.setId(declaration.id());
        row.setPersonId(declaration.personId());
        row.setRegisteredBy(declaration.registeredBy());
        row.setCreatedAt(declaration.createdAt());
        write(declaration, row);
        database.insertInto(DECLARATION).set(row).execute();
        insertEvidence(declaration);
    }

    void update(Declaration declaration) {
        DeclarationRecord row = database.newRecord(DECLARATION);
        write(declaration, row);
        row.setVersion(declaration.version() + 1);
        int updated;
        try {
            updated = database.update(DECLARATION)
                    .set(row)
                    .where(DECLARATION.ID.eq(declaration.id()), DECLARATION.VERSION.eq(declaration.version()))
                    .execute();
        } catch (DuplicateKeyException | IntegrityConstraintViolationException same) {
            throw declaredBefore(declaration);
        }
        if (updated != 1) {
            throw new Refused(CommonProblem.STALE);
        }
    }

    /** Saves a declaration whose claim may have changed. */
    void updateWithEvidence(Declaration declaration) {
        update(declaration);
        database.deleteFrom(EVIDENCE)
                .where(EVIDENCE.DECLARATION_ID.eq(declaration.id()))
                .execute();
        insertEvidence(declaration);
    }

    /** @throws Refused when the person has submitted the same item before */
    void demandNew(Declaration declaration) {
        if (declaration.itemKey() == null) {
            return;
        }
        boolean before = database.fetchExists(
                DECLARATION, sameItem(declaration).and(DECLARATION.PERSON_ID.eq(declaration.personId())));
        if (before) {
            throw declaredBefore(declaration);
        }
    }

    private static Refused declaredBefore(Declaration declaration) {
        return new Refused(DeclarationProblem.DECLARED_BEFORE).with("title", declaration.title());
    }

    /** Whether others have submitted the same item: co-authors may, and reviewers want to know. */
    int countSameOfOthers(Declaration declaration) {
        return declaration.itemKey() == null
                ? 0
                : database.fetchCount(
                        DECLARATION, sameItem(declaration).and(DECLARATION.PERSON_ID.ne(declaration.personId())));
    }

    private Condition sameItem(Declaration declaration) {
        return DECLARATION
                .ITEM_KEY
                .eq(bytes(declaration.itemKey()))
                .and(DECLARATION.SCHEME.eq(declaration.claim().scheme()))
                .and(DECLARATION.ID.ne(declaration.id()))
                // Written out, so that the index of these two fits a plan that is made once.
                .and(DECLARATION.STATUS.in(
                        inline(DeclarationStatus.SUBMITTED.name()), inline(DeclarationStatus.ACCEPTED.name())));
    }

    private void insertEvidence(Declaration declaration) {
        List<Evidence> evidence = declaration.claim().evidence();
        for (int i = 0; i < evidence.size(); i++) {
            database.insertInto(EVIDENCE)
                    .set(EVIDENCE.DECLARATION_ID, declaration.id())
                    .set(EVIDENCE.SLOT, evidence.get(i).slot())
                    .set(EVIDENCE.FILE_ID, evidence.get(i).fileId())
                    .set(EVIDENCE.POSITION, i)
                    .set(EVIDENCE.NOTE, evidence.get(i).note())
                    .execute();
        }
    }

    boolean hasEvidence(long id, UUID fileId) {
        return database.fetchExists(EVIDENCE, EVIDENCE.DECLARATION_ID.eq(id), EVIDENCE.FILE_ID.eq(fileId));
    }

    private void write(Declaration from, DeclarationRecord row) {
        Claim claim = from.claim();
        row.setEmployerId(from.employerId());
        row.setScheme(claim.scheme());
        row.setPackVersion(claim.packVersion());
        row.setYear(claim.year());
        row.setSubject(claim.subject());
        row.setForm(claim.form());
        row.setTitle(from.title());
        row.setFieldValues(JSONB.jsonb(json.writeValueAsString(claim.values().texts())));
        row.setBeganOn(from.beganOn());
        row.setEndedOn(from.endedOn());
        row.setClaimedHours(amount(claim.hours()));
        row.setReviewedHours(amount(from.reviewed()));
        row.setRecognisedHours(amount(from.recognised()));
        row.setStatus(from.status().name());
        row.setItemKey(bytes(from.itemKey()));
        row.setSubmittedAt(from.submittedAt());
        row.setDecidedAt(from.decidedAt());
    }

    private Declaration toDeclaration(DeclarationRecord row) {
        List<Evidence> evidence = database.selectFrom(EVIDENCE)
                .where(EVIDENCE.DECLARATION_ID.eq(row.getId()))
                .orderBy(EVIDENCE.POSITION)
                .fetch(each -> new Evidence(each.getSlot(), each.getFileId(), each.getNote()));
        FormValues values = new FormValues(json.readValue(row.getFieldValues().data(), TEXTS));
        return new Declaration(
                row.getId(),
                row.getPersonId(),
                row.getEmployerId(),
                new Claim(
                        row.getScheme(),
                        row.getPackVersion(),
                        row.getYear(),
                        row.getSubject(),
                        row.getForm(),
                        values,
                        hours(row.getClaimedHours()),
                        evidence),
                row.getTitle(),
                row.getBeganOn(),
                row.getEndedOn(),
                hours(row.getReviewedHours()),
                hours(row.getRecognisedHours()),
                DeclarationStatus.valueOf(row.getStatus()),
                row.getRegisteredBy(),
                row.getItemKey() == null ? null : HexFormat.of().formatHex(row.getItemKey()),
                row.getCreatedAt(),
                row.getSubmittedAt(),
                row.getDecidedAt(),
                row.getVersion());
    }

    private static byte @Nullable [] bytes(@Nullable String itemKey) {
        return itemKey == null ? null : HexFormat.of().parseHex(itemKey);
    }

    private static @Nullable Hours hours(@Nullable BigDecimal amount) {
        return amount == null ? null : Hours.of(amount);
    }

    private static @Nullable BigDecimal amount(@Nullable Hours hours) {
        return hours == null ? null : hours.amount();
    }
}
