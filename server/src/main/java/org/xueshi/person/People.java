package org.xueshi.person;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.files.StoredFiles;
import org.xueshi.organization.Organization;
import org.xueshi.organization.Organizations;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;
import org.xueshi.policy.PersonFacts;
import org.xueshi.policy.ReviewPlace;
import org.xueshi.review.Decision;
import org.xueshi.review.Opening;
import org.xueshi.review.Outcome;
import org.xueshi.review.ReviewCase;
import org.xueshi.review.ReviewStep;
import org.xueshi.review.Reviews;

/** Registers people, lets their employers decide on them, and says who they are. */
@Service
public class People {

    /** The kind under which registrations stand in the book of decisions. */
    public static final String REVIEW = "REGISTRATION";

    /** A full number is a rare need: whoever looks more often than this a day is doing something else. */
    private static final int LOOKS_A_DAY = 50;

    private final PersonStore store;
    private final ApplicationReader reader;
    private final Organizations organizations;
    private final ReviewRoutes routes;
    private final Reviews reviews;
    private final Packs packs;
    private final StoredFiles files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            PersonStore store,
            ApplicationReader reader,
            Organizations organizations,
            ReviewRoutes routes,
            Reviews reviews,
            Packs packs,
            StoredFiles files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.organizations = organizations;
        this.routes = routes;
        this.reviews = reviews;
        this.packs = packs;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** Checks a typed registration. @throws Refused naming every field that is wrong */
    public Application read(ApplicationForm form) {
        return reader.read(form);
    }

    /**
     * Hands a registration in: to the employer for review, or at once to the active people where the pack asks for no review.
     *
     * @param uploader who uploaded the photo, as a principal
     * @return the person's id
     * @throws Refused when the document is registered and not withdrawn or sent back
     */
    @Transactional
    public long apply(Application application, String uploader) {
        Optional<Person> earlier =
                store.findByDocument(application.document()).flatMap(found -> store.lock(found.id()));
        Person person = earlier.map(found -> found.appliedAgain(application, clock.instant()))
                .orElseGet(() -> application.person(store.nextId(), clock.instant(), 0));
        keepPhoto(person, uploader);
        boolean reviewed = !registrationLevels(person).isEmpty();
        Person applied = reviewed ? person : person.with(PersonStatus.ACTIVE);
        if (earlier.isPresent()) {
            store.update(applied);
        } else {
            store.insert(applied);
        }
        if (reviewed) {
            reviews.submit(opening(person), null);
        }
        return person.id();
    }

    private void keepPhoto(Person person, String uploader) {
        UUID photo = person.profile().photo();
        if (photo != null) {
            files.attach(List.of(photo), uploader);
        }
    }

    private Opening opening(Person person) {
        Organization employer = organizations.get(person.employerId());
        return new Opening(
                REVIEW,
                person.id(),
                person.name() + "的注册申请",
                person.id(),
                person.name(),
                routes.levels(registrationLevels(person), employer));
    }

    private List<Set<ReviewPlace>> registrationLevels(Person person) {
        return schemes(facts(person)).stream()
                .findFirst()
                .map(pack -> pack.review().registration())
                .orElse(List.of());
    }

    /** 撤回申请. */
    @Transactional
    public void withdraw(long personId) {
        Person person = lock(personId);
        store.update(person.withdrawn());
        reviews.withdraw(REVIEW, personId, null);
    }

    /** The employer passes a registration or sends it back. */
    @Transactional
    public Outcome decide(Caller caller, long personId, Decision decision) {
        Person person = lock(personId);
        Outcome outcome = reviews.decide(REVIEW, personId, caller, decision);
        if (outcome != Outcome.FORWARDED) {
            boolean accepted = outcome == Outcome.ACCEPTED;
            store.update(person.decided(accepted));
            events.publishEvent(new RegistrationDecided(personId, accepted));
        }
        return outcome;
    }

    /** Changes what a person may change by himself. @throws Refused when the profile was changed since it was read */
    @Transactional
    Person changeProfile(Caller caller, ProfileForm form) {
        Person person = lock(caller.person());
        if (person.version() != form.version()) {
            throw new Refused(CommonProblem.STALE);
        }
        if (form.photo() != null) {
            files.attach(List.of(form.photo()), caller.principal());
            Optional.ofNullable(person.profile().photo()).ifPresent(old -> files.detach(List.of(old)));
        }
        store.update(reader.changed(person, form));
        return get(person.id());
    }

    /** Changes phone and mail; whoever calls has asked for the password. */
    @Transactional
    public void changeContact(long personId, Phone phone, String email) {
        Person person = lock(personId);
        store.update(person.with(new Contact(phone, email, person.contact().landline())));
    }

    /** Shows a full ID number and phone to somebody who oversees the person, for a reason that the person can read later. */
    @Transactional
    public FullNumbers look(Caller caller, long personId, String reason) {
        Person person = overseen(caller, personId);
        int today = store.countLooks(caller.accountId(), clock.instant().minus(Duration.ofDays(1)));
        if (today >= LOOKS_A_DAY) {
            throw new Refused(PersonProblem.TOO_MANY_LOOKS).with("most", LOOKS_A_DAY);
        }
        String place = organizations.get(caller.organization()).name();
        store.insertLook(personId, caller.accountId(), caller.name(), place, reason, clock.instant());
        return new FullNumbers(
                person.document().number(),
                person.contact().phone().number(),
                person.contact().email());
    }

    /** The person, if the caller oversees him; otherwise he does not exist. */
    @Transactional(readOnly = true)
    public Person overseen(Caller caller, long personId) {
        return store.find(personId)
                .filter(person -> isOverseen(caller, person))
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }

    private boolean isOverseen(Caller caller, Person person) {
        Organization employer = organizations.get(person.employerId());
        return switch (caller.role()) {
            case EMPLOYER_ADMIN -> employer.id() == caller.organization();
            case AUTHORITY_ADMIN -> employer.authorityId() != null && employer.authorityId() == caller.organization();
            case BUREAU_ADMIN -> employer.prefix().startsWith(caller.overseenRegion());
            case LEARNER -> caller.personId() != null && caller.personId() == person.id();
            case INSTITUTION_ADMIN, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> false;
        };
    }

    @Transactional(readOnly = true)
    public Person get(long personId) {
        return store.find(personId).orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(long personId) {
        return store.find(personId);
    }

    @Transactional(readOnly = true)
    public Optional<Person> findByDocument(IdDocument document) {
        return store.findByDocument(document);
    }

    /** The case of a registration with its steps. */
    @Transactional(readOnly = true)
    public Optional<RegistrationProgress> progress(long personId) {
        return reviews.find(REVIEW, personId).map(found -> {
            List<ReviewStep> steps = reviews.steps(found);
            return new RegistrationProgress(get(personId).status(), found, steps);
        });
    }

    /** A registration's case and what happened to it. */
    public record RegistrationProgress(PersonStatus status, ReviewCase reviewCase, List<ReviewStep> steps) {}

    public PersonFacts facts(Person person) {
        Organization employer = organizations.get(person.employerId());
        return new PersonFacts(
                employer.prefix(),
                person.category().name(),
                employer.nature().name(),
                person.profile().titleLevel(),
                person.profile().titleSince());
    }

    /** The schemes a person is under, the one whose registration applies first. */
    public List<Pack> schemes(PersonFacts facts) {
        return packs.holdingFor(facts);
    }

    private Person lock(long personId) {
        return store.lock(personId).orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }
}
