package org.xueshi.review;

import static org.xueshi.review.db.Tables.REVIEW_CASE;
import static org.xueshi.review.db.Tables.STEP;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.review.db.tables.records.ReviewCaseRecord;
import org.xueshi.review.db.tables.records.StepRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves cases. */
@Repository
class ReviewStore {

    private static final TypeReference<List<Level>> LEVELS = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;

    ReviewStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ReviewCase> find(String kind, long subjectId) {
        return database.selectFrom(REVIEW_CASE)
                .where(REVIEW_CASE.KIND.eq(kind), REVIEW_CASE.SUBJECT_ID.eq(subjectId))
                .fetchOptional(this::toCase);
    }

    /** Loads for a change: whoever comes second waits, and then sees what the first one did. */
    Optional<ReviewCase> lock(String kind, long subjectId) {
        return database.selectFrom(REVIEW_CASE)
                .where(REVIEW_CASE.KIND.eq(kind), REVIEW_CASE.SUBJECT_ID.eq(subjectId))
                .forUpdate()
                .fetchOptional(this::toCase);
    }

    long insert(ReviewCase opened) {
        ReviewCaseRecord row = database.newRecord(REVIEW_CASE);
        row.setKind(opened.kind());
        row.setSubjectId(opened.subjectId());
        row.setApplicantPersonId(opened.applicantPersonId());
        row.setOpenedAt(opened.waitingSince());
        write(opened, row);
        row.insert();
        return row.getId();
    }

    void update(ReviewCase changed) {
        ReviewCaseRecord row = database.newRecord(REVIEW_CASE);
        write(changed, row);
        row.setVersion(changed.version() + 1);
        int updated = database.update(REVIEW_CASE)
                .set(row)
                .where(REVIEW_CASE.ID.eq(changed.id()), REVIEW_CASE.VERSION.eq(changed.version()))
                .execute();
        if (updated != 1) {
            throw new Refused(CommonProblem.STALE);
        }
    }

    private void write(ReviewCase from, ReviewCaseRecord row) {
        row.setTitle(from.title());
        row.setApplicantName(from.applicantName());
        row.setChain(JSONB.jsonb(json.writeValueAsString(from.chain())));
        row.setRound(from.round());
        row.setLevel(from.level());
        row.setStatus(from.status().name());
        row.setPlaceId(from.place() == null ? null : from.place().id());
        row.setWaitingSince(from.waitingSince());
    }

    boolean hasPassed(long caseId, int round, long accountId) {
        return database.fetchExists(
                STEP,
                STEP.CASE_ID.eq(caseId),
                STEP.ROUND.eq(round),
                STEP.ACCOUNT_ID.eq(accountId),
                STEP.OUTCOME.eq(StepOutcome.PASSED.name()));
    }

    void append(StepRecord step) {
        database.insertInto(STEP).set(step).execute();
    }

    List<ReviewStep> steps(long caseId) {
        List<ReviewStep> steps = new ArrayList<>();
        Instant before = null;
        for (StepRecord row : database.selectFrom(STEP)
                .where(STEP.CASE_ID.eq(caseId))
                .orderBy(STEP.ID)
                .fetch()) {
            steps.add(toStep(row, before));
            before = row.getAt();
        }
        return steps;
    }

    private static ReviewStep toStep(StepRecord row, @Nullable Instant before) {
        return new ReviewStep(
                row.getRound(),
                StepOutcome.valueOf(row.getOutcome()),
                row.getLevelName(),
                row.getPlaceName(),
                row.getActorName(),
                row.getReason(),
                row.getChange(),
                row.getAt(),
                before == null ? 0 : Duration.between(before, row.getAt()).toSeconds());
    }

    private ReviewCase toCase(ReviewCaseRecord row) {
        List<Level> chain = json.readValue(row.getChain().data(), LEVELS);
        Long placeId = row.getPlaceId();
        return new ReviewCase(
                row.getId(),
                row.getKind(),
                row.getSubjectId(),
                row.getTitle(),
                row.getApplicantPersonId(),
                row.getApplicantName(),
                chain,
                row.getRound(),
                row.getLevel(),
                CaseStatus.valueOf(row.getStatus()),
                placeId == null ? null : place(chain.get(row.getLevel()), placeId),
                row.getWaitingSince(),
                row.getVersion());
    }

    private static Place place(Level level, long id) {
        return level.places().stream()
                .filter(place -> place.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
