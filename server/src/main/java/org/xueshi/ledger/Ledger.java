package org.xueshi.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;

/**
 * Records hours and takes them back. Only within a transaction of the module that recognised them: what is approved and what is
 * credited are true together. Nothing recorded here ever changes; a mistake is mended by a reversal that says why.
 */
@Service
public class Ledger {

    private static final String REVERSAL = "REVERSAL";

    private final LedgerStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(LedgerStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records hours.
     *
     * @param by who made it so; null for the platform itself
     * @return the number of the line
     * @throws Refused when the source was credited before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(Credit credit, @Nullable Caller by) {
        if (!store.claim(credit.source(), credit.year())) {
            throw new Refused(LedgerProblem.CREDITED_BEFORE);
        }
        long id = store.insert(credit, by == null ? null : by.accountId(), clock.instant());
        events.publishEvent(new HoursChanged(credit.personId(), credit.scheme(), credit.year(), null));
        return id;
    }

    /**
     * 冲正: takes back a line as a whole.
     *
     * @param place the organization that takes it back
     * @throws Refused when it was taken back before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverse(Entry entry, String reason, String place, Caller by) {
        boolean first = entry.reverses() == null && store.claim(reversalOf(entry), entry.year());
        if (!first) {
            throw new Refused(LedgerProblem.REVERSED_BEFORE);
        }
        store.insertReversal(entry, reversalOf(entry), reason, place, by.accountId(), clock.instant());
        events.publishEvent(new HoursChanged(entry.personId(), entry.scheme(), entry.year(), reason));
    }

    private static Source reversalOf(Entry entry) {
        return new Source(REVERSAL, Long.toString(entry.id()));
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(long id, int year) {
        return store.find(id, year);
    }

    /** A person's lines of some years, in every scheme, oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> entries(long personId, Collection<Integer> years) {
        return store.ofPerson(personId, years);
    }

    /** All of a person's lines, oldest year first. */
    @Transactional(readOnly = true)
    public List<Entry> entries(long personId) {
        return store.ofPerson(personId);
    }

    /** The years in which a person has lines, by scheme. */
    @Transactional(readOnly = true)
    public Map<String, Set<Integer>> years(long personId) {
        return store.years(personId);
    }
}
