package org.xueshi.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;

/**
 * A case and the rules of its life.
 *
 * @param round counts the submissions: a case that is sent back and handed in again keeps its history
 * @param level the index of the level that has it
 * @param place who has it; null when nobody does
 * @param waitingSince since when
 */
public record ReviewCase(
        long id,
        String kind,
        long subjectId,
        String title,
        long applicantPersonId,
        String applicantName,
        List<Level> chain,
        int round,
        int level,
        CaseStatus status,
        @Nullable Place place,
        Instant waitingSince,
        int version) {

    public ReviewCase {
        chain = List.copyOf(chain);
    }

    static ReviewCase opened(Opening opening, Instant now) {
        return new ReviewCase(
                0,
                opening.kind(),
                opening.subjectId(),
                opening.title(),
                opening.applicantPersonId(),
                opening.applicantName(),
                opening.chain(),
                1,
                0,
                CaseStatus.OPEN,
                first(opening),
                now,
                0);
    }

    /** Handed in again after it was sent back or withdrawn, with the levels as they are now. */
    ReviewCase reopened(Opening opening, Instant now) {
        if (status != CaseStatus.SENT_BACK && status != CaseStatus.WITHDRAWN) {
            throw new Refused(ReviewProblem.ALREADY_DECIDED);
        }
        return new ReviewCase(
                id,
                kind,
                subjectId,
                opening.title(),
                applicantPersonId,
                opening.applicantName(),
                opening.chain(),
                round + 1,
                0,
                CaseStatus.OPEN,
                first(opening),
                now,
                version);
    }

    /** Taken back by the applicant; only while no level has decided. */
    ReviewCase withdrawn(Instant now) {
        boolean untouched = status == CaseStatus.OPEN && level == 0;
        if (!untouched && status != CaseStatus.SENT_BACK) {
            throw new Refused(ReviewProblem.ALREADY_DECIDED);
        }
        return with(level, CaseStatus.WITHDRAWN, null, now);
    }

    ReviewCase decided(Decision decision, Caller caller, Instant now) {
        demandWith(caller);
        if (!decision.passes()) {
            return with(level, CaseStatus.SENT_BACK, null, now);
        }
        boolean last = level == chain.size() - 1;
        return last
                ? with(level, CaseStatus.ACCEPTED, null, now)
                : with(level + 1, CaseStatus.OPEN, next(decision.nextPlace()), now);
    }

    private void demandWith(Caller caller) {
        if (status != CaseStatus.OPEN || place == null) {
            throw new Refused(ReviewProblem.ALREADY_DECIDED);
        }
        if (place.id() != caller.organization()) {
            throw new Refused(ReviewProblem.NOT_WITH_YOU).with("place", place.name());
        }
        if (caller.personId() != null && caller.personId() == applicantPersonId) {
            throw new Refused(ReviewProblem.OWN_CLAIM);
        }
    }

    private Place next(@Nullable Long chosen) {
        List<Place> places = chain.get(level + 1).places();
        if (places.size() == 1) {
            return places.getFirst();
        }
        return places.stream()
                .filter(place -> chosen != null && place.id() == chosen)
                .findFirst()
                .orElseThrow(() -> new Refused(ReviewProblem.NEXT_PLACE_MISSING));
    }

    /** Among whom the level that has it must choose the next one; empty when there is no choice. */
    public List<Place> choices() {
        boolean choice = status == CaseStatus.OPEN
                && level + 1 < chain.size()
                && chain.get(level + 1).places().size() > 1;
        return choice ? chain.get(level + 1).places() : List.of();
    }

    /** Whether the applicant can still take it back. */
    public boolean isUntouched() {
        return status == CaseStatus.OPEN && level == 0;
    }

    public Optional<Place> holder() {
        return Optional.ofNullable(place);
    }

    private ReviewCase with(int newLevel, CaseStatus newStatus, @Nullable Place newPlace, Instant now) {
        return new ReviewCase(
                id,
                kind,
                subjectId,
                title,
                applicantPersonId,
                applicantName,
                chain,
                round,
                newLevel,
                newStatus,
                newPlace,
                now,
                version);
    }

    private static Place first(Opening opening) {
        return opening.chain().getFirst().places().getFirst();
    }
}
