package org.xueshi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.policy.Hours;

/**
 * One declaration and the rules of its life: 待提交 → 待审核 → 审核通过 or 审核不通过; back to 待提交 while nobody has reviewed it.
 *
 * @param employerId the person's employer when it was submitted
 * @param title names it in lists
 * @param reviewed what the levels so far made of the claim; null while none changed it
 * @param recognised 认定学时, once it is accepted
 * @param registeredBy the account of the employer that declared it for the person; null when he did it himself
 * @param itemKey what makes two claims the same: the hash of it, in hexadecimal digits
 */
record Declaration(
        long id,
        long personId,
        long employerId,
        Claim claim,
        String title,
        @Nullable LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Nullable Hours reviewed,
        @Nullable Hours recognised,
        DeclarationStatus status,
        @Nullable Long registeredBy,
        @Nullable String itemKey,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        int version) {

    /** 修改: only what is not under review. */
    Declaration edited(Filled filled) {
        demandEditable();
        return filled.into(this);
    }

    /** 提交申报. */
    Declaration submitted(long currentEmployer, Instant now) {
        demandEditable();
        return new Declaration(
                id,
                personId,
                currentEmployer,
                claim,
                title,
                beganOn,
                endedOn,
                null,
                null,
                DeclarationStatus.SUBMITTED,
                registeredBy,
                itemKey,
                createdAt,
                now,
                null,
                version);
    }

    /** 撤销: back to 待提交. Whether anybody has reviewed it is the book of decisions' knowledge. */
    Declaration withdrawn() {
        demand(status == DeclarationStatus.SUBMITTED);
        return with(DeclarationStatus.DRAFT, null, null, null);
    }

    /** 删除. */
    Declaration deleted() {
        demandEditable();
        return with(DeclarationStatus.DELETED, null, null, null);
    }

    /** A level passed it on, with its own opinion of the hours. */
    Declaration reviewedAs(Hours hours) {
        demand(status == DeclarationStatus.SUBMITTED);
        return with(DeclarationStatus.SUBMITTED, hours, null, null);
    }

    /** The last level passed it: now the hours are recognised. */
    Declaration accepted(Hours hours, Instant now) {
        demand(status == DeclarationStatus.SUBMITTED);
        return with(DeclarationStatus.ACCEPTED, hours, hours, now);
    }

    Declaration sentBack(Instant now) {
        demand(status == DeclarationStatus.SUBMITTED);
        return with(DeclarationStatus.SENT_BACK, null, null, now);
    }

    /** What a level finds before it decides: the claim, or what the level before made of it. */
    Hours proposedHours() {
        if (reviewed != null) {
            return reviewed;
        }
        if (claim.hours() == null) {
            throw new IllegalStateException("Declaration %d was submitted without hours".formatted(id));
        }
        return claim.hours();
    }

    boolean isEditable() {
        return status == DeclarationStatus.DRAFT || status == DeclarationStatus.SENT_BACK;
    }

    /** @throws Refused when the page that asks shows an older state */
    void demandVersion(int seen) {
        if (version != seen) {
            throw new Refused(CommonProblem.STALE);
        }
    }

    private void demandEditable() {
        demand(isEditable());
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new Refused(DeclarationProblem.WRONG_STATE);
        }
    }

    private Declaration with(
            DeclarationStatus newStatus,
            @Nullable Hours newReviewed,
            @Nullable Hours newRecognised,
            @Nullable Instant decided) {
        return new Declaration(
                id,
                personId,
                employerId,
                claim,
                title,
                beganOn,
                endedOn,
                newReviewed,
                newRecognised,
                newStatus,
                registeredBy,
                itemKey,
                createdAt,
                submittedAt,
                decided,
                version);
    }
}
