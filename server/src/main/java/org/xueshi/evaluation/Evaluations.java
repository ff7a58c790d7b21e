package org.xueshi.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.ledger.Entry;
import org.xueshi.ledger.HoursChanged;
import org.xueshi.ledger.Ledger;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judge;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;
import org.xueshi.policy.PersonFacts;
import org.xueshi.policy.Requirement;

/** Judges years: one person's in the moment the ledger changes, everybody's in one statement. */
@Service
public class Evaluations {

    private final VerdictStore store;
    private final MassJudgement mass;
    private final YearCertificates certificates;
    private final Ledger ledger;
    private final People people;
    private final Packs packs;
    private final Clock clock;

    Evaluations(
            VerdictStore store,
            MassJudgement mass,
            YearCertificates certificates,
            Ledger ledger,
            People people,
            Packs packs,
            Clock clock) {
        this.store = store;
        this.mass = mass;
        this.certificates = certificates;
        this.ledger = ledger;
        this.people = people;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * The ledger has grown: the verdict is judged again in the same transaction, so that what was credited and what it means are
     * never seen apart.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HoursChanged changed) {
        Person person = people.get(changed.personId());
        PersonFacts facts = people.facts(person);
        store.lock(person.id());
        judge(person, facts, packFor(changed.scheme(), changed.year()), changed.year(), changed.reversalReason());
        for (Pack other : people.schemes(facts)) {
            boolean recognises = other.recognitions().stream()
                    .anyMatch(recognition -> recognition.scheme().equals(changed.scheme()));
            if (recognises) {
                judge(person, facts, packFor(other.id(), changed.year()), changed.year(), changed.reversalReason());
            }
        }
    }

    /** Judges a year, and the later ones whose cycle takes it in. */
    private void judge(Person person, PersonFacts facts, Pack pack, int changedYear, @Nullable String reversalReason) {
        int longest =
                pack.requirements().stream().mapToInt(Requirement::span).max().orElse(1);
        for (int year = changedYear; year < changedYear + longest; year++) {
            Optional<Requirement> requirement = pack.requirement(year);
            if (requirement.isPresent()
                    && year - changedYear < requirement.get().span()) {
                List<Entry> lines = lines(person.id(), pack, year);
                Judgement judgement = judge(pack, year, facts, lines);
                Verdict verdict = verdict(person.id(), pack, year, judgement, lines);
                store.save(verdict);
                certificates.follow(person, pack, verdict, judgement, reversalReason);
            }
        }
    }

    /** What a person's year comes to now by a pack, with everything that led there. */
    @Transactional(readOnly = true)
    public Judgement judgement(Person person, Pack pack, int year) {
        return judgement(person, pack, year, lines(person.id(), pack, year));
    }

    /** @param lines what {@link #lines} found for this person and year */
    Judgement judgement(Person person, Pack pack, int year, List<Entry> lines) {
        return judge(pack, year, people.facts(person), lines);
    }

    private static Judgement judge(Pack pack, int year, PersonFacts facts, List<Entry> lines) {
        return Judge.judge(pack, year, facts, lines.stream().map(Entry::counted).toList());
    }

    /** The lines that a judgement of a year looks through: those of its whole cycle, of every scheme, oldest first. */
    List<Entry> lines(long personId, Pack pack, int year) {
        int span = pack.requirement(year).map(Requirement::span).orElse(1);
        return ledger.entries(
                personId, IntStream.rangeClosed(year - span + 1, year).boxed().toList());
    }

    private Verdict verdict(long personId, Pack pack, int year, Judgement judgement, List<Entry> lines) {
        List<Hours> subjects = List.copyOf(judgement.subjects().values());
        int looked = (int) lines.stream()
                .filter(line -> MassJudgement.schemes(pack).contains(line.scheme()))
                .count();
        return new Verdict(
                personId,
                pack.id(),
                year,
                judgement.result(),
                judgement.total(),
                subjects,
                pack.version(),
                judgement.requirement() == null ? "" : judgement.requirement().id(),
                looked,
                clock.instant());
    }

    /** The pack a year is judged by: the newest version, or the one it was closed under. */
    @Transactional(readOnly = true)
    public Pack packFor(String scheme, int year) {
        return pack(scheme, store.closedUnder(scheme, year));
    }

    /** @param closedUnder the version the year was closed under; empty while it is open */
    Pack pack(String scheme, OptionalInt closedUnder) {
        return closedUnder.isPresent() ? packs.version(scheme, closedUnder.getAsInt()) : packs.current(scheme);
    }

    /**
     * Judges one year of a scheme for everybody, in one statement. Returns how many verdicts changed.
     */
    @Transactional
    public int judgeEverybody(String scheme, int year) {
        Pack pack = packFor(scheme, year);
        return pack.requirement(year)
                .map(requirement -> mass.judge(pack, requirement, year, clock.instant()))
                .orElse(0);
    }

    /** Whose certificate of a year does not fit his verdict, after everybody was judged by a pack that has changed. */
    @Transactional(readOnly = true)
    public List<Long> outOfStep(String scheme, int year) {
        return store.outOfStep(packFor(scheme, year), year);
    }

    /** Judges one person's year again; his certificate follows. */
    @Transactional
    public void judgeAgain(long personId, String scheme, int year) {
        store.lock(personId);
        Person person = people.get(personId);
        judge(person, people.facts(person), packFor(scheme, year), year, null);
    }

    /** Closes the years for which nothing can be declared any more; from now on no newer rule touches them. */
    @Transactional
    public void closePastYears() {
        LocalDate today = LocalDate.now(clock);
        for (Pack pack : packs.all()) {
            for (int year = today.getYear() - 1;
                    year >= pack.requirements().getFirst().from();
                    year--) {
                boolean over = today.isAfter(pack.years().lastDeclarable(year));
                if (over && store.closedUnder(pack.id(), year).isEmpty()) {
                    store.close(pack.id(), year, pack.version(), packs.fingerprint(pack), clock.instant());
                }
            }
        }
    }
}
