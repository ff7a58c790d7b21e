package org.xueshi.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.certificate.Certificate;
import org.xueshi.certificate.Certificates;
import org.xueshi.ledger.Entry;
import org.xueshi.ledger.EntryRow;
import org.xueshi.ledger.Ledger;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.policy.CountedEntry;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;
import org.xueshi.policy.PackStatus;
import org.xueshi.policy.Packs;

/** 年度完成情况: a person's years, and each of them in detail. */
@Service
public class Years {

    private final Evaluations evaluations;
    private final VerdictStore store;
    private final Ledger ledger;
    private final Certificates certificates;
    private final YearCertificates yearCertificates;
    private final People people;
    private final Packs packs;
    private final Clock clock;

    Years(
            Evaluations evaluations,
            VerdictStore store,
            Ledger ledger,
            Certificates certificates,
            YearCertificates yearCertificates,
            People people,
            Packs packs,
            Clock clock) {
        this.evaluations = evaluations;
        this.store = store;
        this.ledger = ledger;
        this.certificates = certificates;
        this.yearCertificates = yearCertificates;
        this.people = people;
        this.packs = packs;
        this.clock = clock;
    }

    /** All years of which anything is known, latest first; the current one always. */
    @Transactional(readOnly = true)
    List<YearRow> of(long personId) {
        Person person = people.get(personId);
        Map<String, Verdict> verdicts = store.ofPerson(personId).stream()
                .collect(Collectors.toMap(verdict -> verdict.scheme() + verdict.year(), verdict -> verdict));
        Map<String, Certificate> valid = certificates.ofPerson(personId).stream()
                .filter(Certificate::isValid)
                .collect(Collectors.toMap(each -> each.scheme() + each.year(), each -> each));
        Map<String, Set<Integer>> years = yearsByScheme(person, verdicts.values());
        List<YearRow> rows = new ArrayList<>();
        years.forEach((scheme, ofScheme) -> {
            Map<Integer, Integer> closed = store.closedYears(scheme);
            ofScheme.forEach(year -> rows.add(row(
                    person,
                    scheme,
                    year,
                    closed.containsKey(year) ? OptionalInt.of(closed.get(year)) : OptionalInt.empty(),
                    Optional.ofNullable(verdicts.get(scheme + year)),
                    Optional.ofNullable(valid.get(scheme + year)))));
        });
        rows.sort((a, b) ->
                a.year() != b.year() ? b.year() - a.year() : a.scheme().compareTo(b.scheme()));
        return rows;
    }

    private Map<String, Set<Integer>> yearsByScheme(Person person, Iterable<Verdict> verdicts) {
        Map<String, Set<Integer>> years = new HashMap<>();
        int current = LocalDate.now(clock).getYear();
        people.schemes(people.facts(person))
                .forEach(pack ->
                        years.computeIfAbsent(pack.id(), any -> new TreeSet<>()).add(current));
        verdicts.forEach(verdict ->
                years.computeIfAbsent(verdict.scheme(), any -> new TreeSet<>()).add(verdict.year()));
        ledger.years(person.id())
                .forEach((scheme, withLines) ->
                        years.computeIfAbsent(scheme, any -> new TreeSet<>()).addAll(withLines));
        return years;
    }

    private YearRow row(
            Person person,
            String scheme,
            int year,
            OptionalInt closedUnder,
            Optional<Verdict> verdict,
            Optional<Certificate> certificate) {
        Pack pack = verdict.map(found -> packs.version(scheme, found.packVersion()))
                .orElseGet(() -> evaluations.pack(scheme, closedUnder));
        List<Hours> hours = verdict.map(Verdict::subjects).orElseGet(() -> {
            Judgement judgement = evaluations.judgement(person, pack, year);
            return List.copyOf(judgement.subjects().values());
        });
        List<YearRow.SubjectHours> subjects = IntStream.range(0, pack.subjects().size())
                .mapToObj(i -> new YearRow.SubjectHours(
                        pack.subjects().get(i).code(), pack.subjects().get(i).name(), hours.get(i)))
                .toList();
        boolean passed = verdict.filter(Verdict::isPassed).isPresent();
        return new YearRow(
                year,
                scheme,
                pack.label(),
                subjects,
                verdict.map(Verdict::total).orElseGet(() -> hours.stream().reduce(Hours.ZERO, Hours::plus)),
                pack.requirement(year).isEmpty()
                        ? null
                        : passed ? Judgement.YearResult.PASSED : Judgement.YearResult.NOT_PASSED,
                certificate.map(Certificate::id).orElse(null),
                certificate.map(Certificate::number).orElse(null),
                passed && certificate.isEmpty() && !yearCertificates.isWithheld(person.id(), scheme, year),
                pack.years().deadline(year),
                closedUnder.isPresent());
    }

    /** One year in detail, judged now by the rules it is under. */
    @Transactional(readOnly = true)
    YearDetail detail(long personId, String scheme, int year) {
        Person person = people.get(personId);
        if (packs.find(scheme).isEmpty()) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        OptionalInt closedUnder = store.closedUnder(scheme, year);
        Pack pack = evaluations.pack(scheme, closedUnder);
        List<Entry> lines = evaluations.lines(personId, pack, year);
        Judgement judgement = evaluations.judgement(person, pack, year, lines);
        YearRow row = row(
                person,
                scheme,
                year,
                closedUnder,
                store.find(personId, scheme, year),
                certificates.findValid(scheme, personId, year));
        List<Judgement.Check> nearest = judgement.nearest();
        return new YearDetail(
                row,
                judgement.requirement() == null ? null : judgement.requirement().basis(),
                pack.version(),
                pack.status() == PackStatus.DRAFT,
                nearest.stream().map(check -> check(check, pack)).toList(),
                judgement.alternatives().stream()
                        .filter(checks -> !checks.equals(nearest))
                        .map(checks ->
                                checks.stream().map(check -> check(check, pack)).toList())
                        .toList(),
                judgement.capped().stream()
                        .map(capped -> new YearDetail.CappedRow(
                                capped.cap().label(), capped.cap().most(), capped.recognised(), capped.notCounted()))
                        .toList(),
                entries(lines, pack, judgement));
    }

    private List<YearDetail.CountedRow> entries(List<Entry> lines, Pack pack, Judgement judgement) {
        Set<Long> counted = judgement.counted().stream().map(CountedEntry::id).collect(Collectors.toSet());
        Set<String> schemes = MassJudgement.schemes(pack);
        return lines.reversed().stream()
                .filter(line -> schemes.contains(line.scheme()))
                .map(line -> new YearDetail.CountedRow(EntryRow.of(line, packs), counted.contains(line.id())))
                .toList();
    }

    private static YearDetail.CheckRow check(Judgement.Check check, Pack pack) {
        var legal = check.test().legal();
        return new YearDetail.CheckRow(
                check.test().label(),
                check.test().measure().unit().label(),
                amount(check.needed()),
                amount(check.found()),
                amount(check.missing()),
                check.isMet(),
                check.test().advisory(),
                pack.sources().getOrDefault(legal.source(), legal.source()),
                legal.status(),
                legal.note());
    }

    private static BigDecimal amount(long tenths) {
        return new Hours(tenths).amount();
    }
}
