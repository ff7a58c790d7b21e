package org.xueshi.declaration;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.files.StoredFiles;
import org.xueshi.ledger.Ledger;
import org.xueshi.message.Messages;
import org.xueshi.organization.Organization;
import org.xueshi.organization.Organizations;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.person.ReviewRoutes;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import org.xueshi.platform.Sentences;
import org.xueshi.policy.Declarer;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Packs;
import org.xueshi.policy.ReviewPlace;
import org.xueshi.review.Level;
import org.xueshi.review.Opening;
import org.xueshi.review.Outcome;
import org.xueshi.review.ReviewProblem;
import org.xueshi.review.Reviews;

/** Declares hours, lets the levels decide, and credits what they recognise. */
@Service
public class Declarations {

    /** The kind under which declarations stand in the book of decisions. */
    static final String REVIEW = "DECLARATION";

    private static final int MOST_AT_ONCE = 100;

    private final DeclarationStore store;
    private final ClaimReader reader;
    private final Crediting crediting;
    private final People people;
    private final Organizations organizations;
    private final ReviewRoutes routes;
    private final Reviews reviews;
    private final Messages messages;
    private final Packs packs;
    private final StoredFiles files;
    private final Sentences sentences;
    private final TransactionTemplate each;
    private final Clock clock;

    Declarations(
            DeclarationStore store,
            ClaimReader reader,
            Ledger ledger,
            People people,
            Organizations organizations,
            ReviewRoutes routes,
            Reviews reviews,
            Messages messages,
            Packs packs,
            StoredFiles files,
            Sentences sentences,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.crediting = new Crediting(ledger, packs);
        this.people = people;
        this.organizations = organizations;
        this.routes = routes;
        this.reviews = reviews;
        this.messages = messages;
        this.packs = packs;
        this.files = files;
        this.sentences = sentences;
        this.each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** 保存暂不提交: a new draft. Returns its number. */
    @Transactional
    public long save(Caller caller, DeclarationForm form) {
        Person person = people.get(caller.person());
        return draft(person, form, Declarer.PERSON, caller, null).id();
    }

    private Declaration draft(
            Person person, DeclarationForm form, Declarer declarer, Caller caller, @Nullable Long registeredBy) {
        Filled filled = reader.read(form, person, declarer);
        keep(filled.claim(), caller);
        Declaration draft =
                filled.draft(store.nextId(), person.id(), person.employerId(), registeredBy, clock.instant());
        store.insert(draft);
        return draft;
    }

    /** 修改: a draft, or what was sent back. */
    @Transactional
    public void change(Caller caller, long id, DeclarationForm form) {
        Declaration found = lockOwn(caller, id);
        found.demandVersion(form.version() == null ? -1 : form.version());
        Filled filled = reader.read(form, people.get(found.personId()), Declarer.PERSON);
        keep(filled.claim(), caller);
        store.updateWithEvidence(found.edited(filled));
    }

    private void keep(Claim claim, Caller caller) {
        List<UUID> ids = claim.evidence().stream().map(Evidence::fileId).toList();
        if (!ids.isEmpty()) {
            files.attach(ids, caller.principal());
        }
    }

    /** 提交申报: from now on it is with the first level. */
    @Transactional
    public void submit(Caller caller, long id, int version) {
        Declaration found = lockOwn(caller, id);
        found.demandVersion(version);
        Person person = people.get(found.personId());
        submit(found, found.claim().year(), caller, person, levelsFor(found, person));
    }

    /** 提交学时: several drafts at once, all into one year; what is wrong with one does not stop the others. */
    @Transactional
    public List<ItemResult> submitAll(Caller caller, List<Long> ids, int year) {
        return forEach(ids, id -> {
            Declaration found = lockOwn(caller, id);
            Person person = people.get(found.personId());
            submit(found, year, caller, person, levelsFor(found, person));
            return "已提交申报";
        });
    }

    private void submit(Declaration found, int year, Caller caller, Person person, List<Level> levels) {
        Filled complete = reader.complete(found.claim().inYear(year));
        Declaration submitted = found.edited(complete).submitted(person.employerId(), clock.instant());
        store.demandNew(submitted);
        store.update(submitted);
        reviews.submit(new Opening(REVIEW, found.id(), submitted.title(), person.id(), person.name(), levels), caller);
    }

    private List<Level> levelsFor(Declaration declaration, Person person) {
        Organization employer = organizations.get(person.employerId());
        Claim claim = declaration.claim();
        return routes.levels(packs.current(claim.scheme()).review().ofSubject(claim.subject()), employer);
    }

    /** 代为登记: the employer declares for one of its people; its own level is thereby passed. */
    @Transactional
    public long register(Caller caller, long personId, DeclarationForm form) {
        Person person = people.overseen(caller, personId);
        if (caller.personId() != null && caller.personId() == personId) {
            throw new Refused(ReviewProblem.OWN_CLAIM);
        }
        Declaration draft = draft(person, form, Declarer.EMPLOYER, caller, caller.accountId());
        List<Level> levels = levelsFor(draft, person);
        boolean ownLevelFirst = packs.current(form.scheme())
                .review()
                .ofSubject(form.subject())
                .getFirst()
                .contains(ReviewPlace.EMPLOYER);
        List<Level> rest = ownLevelFirst && levels.size() > 1 ? levels.subList(1, levels.size()) : levels;
        submit(draft, form.year(), caller, person, rest);
        messages.tell(
                personId,
                "单位代为登记学时",
                "%s为您登记了“%s”，申请 %s 学时，计入%d年度，现已提交审核。如有异议，请联系单位管理员。"
                        .formatted(
                                organizations.get(caller.organization()).name(),
                                draft.title(),
                                draft.claim().hours(),
                                form.year()),
                "/declarations/" + draft.id());
        return draft.id();
    }

    /** 撤销: back to 待提交, while no level has decided. */
    @Transactional
    public void withdraw(Caller caller, long id) {
        Declaration found = lockOwn(caller, id);
        store.update(found.withdrawn());
        reviews.withdraw(REVIEW, id, caller);
    }

    /** 删除: a draft, or what was sent back. */
    @Transactional
    public void delete(Caller caller, long id) {
        Declaration found = lockOwn(caller, id);
        boolean reviewed = found.status() == DeclarationStatus.SENT_BACK;
        store.update(found.deleted());
        files.detach(found.claim().evidence().stream().map(Evidence::fileId).toList());
        if (reviewed) {
            reviews.withdraw(REVIEW, id, caller);
        }
    }

    /** A level decides; when the last one passes, the hours are in the ledger in the same moment. */
    @Transactional
    public Outcome decide(Caller caller, long id, DeclarationDecisionForm form) {
        Declaration found = lock(id);
        people.overseen(caller, found.personId());
        if (found.submittedAt() == null) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        if (form.version() != null) {
            found.demandVersion(form.version());
        }
        if (found.registeredBy() != null && found.registeredBy() == caller.accountId()) {
            throw new Refused(ReviewProblem.OWN_CLAIM);
        }
        Hours hours = form.passes() ? recognised(found, form) : found.proposedHours();
        Outcome outcome = reviews.decide(REVIEW, id, caller, form.decision(change(found, hours)));
        switch (outcome) {
            case FORWARDED -> store.update(found.reviewedAs(hours));
            case ACCEPTED -> accept(found, hours, caller);
            case SENT_BACK -> sendBack(found, String.valueOf(form.reason()), caller);
        }
        return outcome;
    }

    /** Several decisions of one kind; each stands or falls by itself, and none is made on what has changed since it was seen. */
    @Transactional
    public List<ItemResult> decideAll(Caller caller, List<DeclarationSeen> seen, DeclarationDecisionForm form) {
        Map<Long, Integer> versions = new HashMap<>();
        seen.forEach(item -> versions.merge(item.id(), item.version(), Math::min));
        return forEach(List.copyOf(versions.keySet()), id -> switch (decide(
                caller, id, form.on(Objects.requireNonNull(versions.get(id))))) {
            case FORWARDED -> "已提交下一级审核";
            case ACCEPTED -> "审核通过，学时已记入";
            case SENT_BACK -> "已退回";
        });
    }

    private Hours recognised(Declaration found, DeclarationDecisionForm form) {
        if (form.recognisedHours() == null) {
            return found.proposedHours();
        }
        Hours hours = Hours.of(form.recognisedHours());
        Hours step = packs.version(found.claim().scheme(), found.claim().packVersion())
                .step();
        Hours claimed =
                found.claim().hours() == null ? Hours.ZERO : found.claim().hours();
        if (!hours.isMultipleOf(step)) {
            throw new Refused(DeclarationProblem.NOT_IN_STEPS).with("step", step);
        }
        if (hours.compareTo(claimed) > 0) {
            throw new Refused(DeclarationProblem.MORE_THAN_CLAIMED).with("claimed", claimed);
        }
        return hours;
    }

    private static @Nullable String change(Declaration found, Hours hours) {
        return hours.equals(found.proposedHours())
                ? null
                : "申报 %s 学时，认定 %s 学时".formatted(found.claim().hours(), hours);
    }

    private void accept(Declaration found, Hours hours, Caller caller) {
        Declaration accepted = found.accepted(hours, clock.instant());
        store.update(accepted);
        crediting.credit(accepted, organizations.get(caller.organization()).name(), caller);
        messages.tell(
                found.personId(),
                "学时申报审核通过",
                "您申报的“%s”已审核通过，认定 %s 学时，计入%d年度。"
                        .formatted(found.title(), hours, found.claim().year()),
                "/declarations/" + found.id());
    }

    private void sendBack(Declaration found, String reason, Caller caller) {
        store.update(found.sentBack(clock.instant()));
        messages.tellAndMail(
                found.personId(),
                "学时申报被退回",
                "您申报的“%s”被%s退回。\n退回理由：%s\n\n请修改后重新提交。"
                        .formatted(
                                found.title(),
                                organizations.get(caller.organization()).name(),
                                reason),
                "/declarations/" + found.id());
    }

    /** A declaration that the caller may see: his own, or one of a person he oversees once it was submitted. */
    @Transactional(readOnly = true)
    public Declaration seen(Caller caller, long id) {
        return store.find(id)
                .filter(found -> found.status() != DeclarationStatus.DELETED)
                .filter(found -> isSeen(caller, found))
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }

    private boolean isSeen(Caller caller, Declaration found) {
        if (caller.is(Role.LEARNER)) {
            return caller.person() == found.personId();
        }
        people.overseen(caller, found.personId());
        return found.status() != DeclarationStatus.DRAFT;
    }

    private Declaration lock(long id) {
        return store.lock(id)
                .filter(found -> found.status() != DeclarationStatus.DELETED)
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }

    private Declaration lockOwn(Caller caller, long id) {
        Declaration found = lock(id);
        if (found.personId() != caller.person()) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        return found;
    }

    /** What became of one of several. */
    public record ItemResult(long id, boolean done, String message) {}

    /** In the order of their numbers, so that two batches never wait for each other in a circle. */
    private List<ItemResult> forEach(List<Long> ids, LongFunction<String> action) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new Refused(DeclarationProblem.TOO_MANY_AT_ONCE).with("most", MOST_AT_ONCE);
        }
        return ids.stream().distinct().sorted().map(id -> result(id, action)).toList();
    }

    private ItemResult result(long id, LongFunction<String> action) {
        try {
            return new ItemResult(id, true, each.execute(status -> action.apply(id)));
        } catch (Refused refused) {
            String errors = String.join(
                    "；",
                    refused.errors().stream().map(Refused.FieldError::message).toList());
            String detail = sentences.of(refused.problem().key() + ".detail", refused.facts());
            return new ItemResult(id, false, errors.isEmpty() ? detail : errors);
        }
    }
}
