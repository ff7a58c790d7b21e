package org.xueshi.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;
import org.xueshi.review.db.tables.records.StepRecord;

/**
 * Opens cases, takes decisions on them and remembers every step. Only within a transaction of the module whose case it is: what the
 * decision leads to is true together with it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reviews {

    private final ReviewStore store;
    private final Clock clock;

    Reviews(ReviewStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Hands a case in, for the first time or again. @param by the caller, or null for a visitor */
    public void submit(Opening opening, @Nullable Caller by) {
        Optional<ReviewCase> earlier = store.lock(opening.kind(), opening.subjectId());
        ReviewCase submitted = earlier.map(found -> found.reopened(opening, clock.instant()))
                .orElseGet(() -> ReviewCase.opened(opening, clock.instant()));
        long id;
        if (earlier.isPresent()) {
            id = submitted.id();
            store.update(submitted);
        } else {
            id = store.insert(submitted);
        }
        StepRecord step = step(submitted, StepOutcome.SUBMITTED, by);
        step.setCaseId(id);
        store.append(step);
    }

    /** Takes a case back. @throws Refused when a level has decided */
    public void withdraw(String kind, long subjectId, @Nullable Caller by) {
        ReviewCase found = lock(kind, subjectId);
        ReviewCase withdrawn = found.withdrawn(clock.instant());
        store.update(withdrawn);
        store.append(step(found, StepOutcome.WITHDRAWN, by));
    }

    /** Decides for the level that has the case, on behalf of the caller's organization. */
    public Outcome decide(String kind, long subjectId, Caller caller, Decision decision) {
        boolean needsReason = !decision.passes() || decision.change() != null;
        if (needsReason && (decision.reason() == null || decision.reason().isBlank())) {
            throw new Refused(ReviewProblem.REASON_MISSING);
        }
        ReviewCase found = lock(kind, subjectId);
        ReviewCase decided = found.decided(decision, caller, clock.instant());
        if (decision.passes() && passedBefore(found, caller)) {
            throw new Refused(ReviewProblem.DECIDED_BEFORE);
        }
        store.update(decided);
        StepRecord step = step(found, decision.passes() ? StepOutcome.PASSED : StepOutcome.SENT_BACK, caller);
        step.setLevelName(found.chain().get(found.level()).name());
        step.setPlaceId(found.holder().orElseThrow().id());
        step.setPlaceName(found.holder().orElseThrow().name());
        step.setReason(decision.reason());
        step.setChange(decision.change());
        store.append(step);
        return switch (decided.status()) {
            case OPEN -> Outcome.FORWARDED;
            case ACCEPTED -> Outcome.ACCEPTED;
            case SENT_BACK, WITHDRAWN -> Outcome.SENT_BACK;
        };
    }

    @Transactional(readOnly = true)
    public Optional<ReviewCase> find(String kind, long subjectId) {
        return store.find(kind, subjectId);
    }

    /** Every step of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<ReviewStep> steps(ReviewCase of) {
        return store.steps(of.id());
    }

    private boolean passedBefore(ReviewCase found, Caller caller) {
        return store.hasPassed(found.id(), found.round(), caller.accountId());
    }

    private ReviewCase lock(String kind, long subjectId) {
        return store.lock(kind, subjectId)
                .orElseThrow(() -> new IllegalStateException("No case of %s %d".formatted(kind, subjectId)));
    }

    private StepRecord step(ReviewCase of, StepOutcome outcome, @Nullable Caller by) {
        StepRecord step = new StepRecord();
        step.setCaseId(of.id());
        step.setRound(of.round());
        step.setLevel(of.level());
        step.setOutcome(outcome.name());
        step.setActorName(by == null ? of.applicantName() : by.name());
        if (by != null) {
            step.setAccountId(by.accountId());
            step.setPersonId(by.personId());
        }
        step.setApplicantPersonId(of.applicantPersonId());
        step.setAt(clock.instant());
        return step;
    }
}
