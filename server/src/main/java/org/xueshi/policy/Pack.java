package org.xueshi.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy pack: one version of one scheme's rules.
 *
 * @param id the scheme: {@code henan-zyjs}
 * @param version counts up; declarations and verdicts keep the version they were made under
 * @param name 河南省专业技术人员继续教育
 * @param label short: 专业技术人员
 * @param region the region it holds in, as a prefix: {@code 41}
 * @param people whom it holds for: whoever is in one of these groups
 * @param sources the documents its values come from, by key
 * @param step the smallest step of hours
 * @param minutesPerHour how long one hour of learning is
 */
public record Pack(
        String id,
        int version,
        PackStatus status,
        String name,
        String label,
        String region,
        List<Whom> people,
        Map<String, String> sources,
        Hours step,
        int minutesPerHour,
        Legal unitsLegal,
        List<Subject> subjects,
        List<Requirement> requirements,
        List<Recognition> recognitions,
        YearRule years,
        List<LearningForm> forms,
        ReviewRule review,
        CertificateRule certificate,
        RegistrationRule registration) {

    public Pack {
        sources = Map.copyOf(sources);
        people = List.copyOf(people);
        subjects = List.copyOf(subjects);
        requirements = List.copyOf(requirements);
        recognitions = List.copyOf(recognitions);
        forms = List.copyOf(forms);
    }

    public boolean holdsFor(PersonFacts person) {
        return person.region().startsWith(region) && people.stream().anyMatch(group -> group.includes(person));
    }

    public Optional<Requirement> requirement(int year) {
        return requirements.stream()
                .filter(requirement -> requirement.holdsFor(year))
                .findFirst();
    }

    public Optional<Subject> subject(String code) {
        return subjects.stream().filter(subject -> subject.code().equals(code)).findFirst();
    }

    /** The subject's name, or its code when an old entry has one the pack no longer knows. */
    public String subjectName(String code) {
        return subject(code).map(Subject::name).orElse(code);
    }

    public Optional<LearningForm> form(String code) {
        return forms.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    /** What somebody may declare for a subject. */
    public List<LearningForm> formsFor(String subject, Declarer declarer) {
        Set<Declarer> allowed = subject(subject).map(Subject::declarers).orElse(Set.of());
        return allowed.contains(declarer)
                ? forms.stream()
                        .filter(form -> form.isFor(subject) && form.declarers().contains(declarer))
                        .toList()
                : List.of();
    }

    /** What an item is worth in a year. */
    public Proposal propose(LearningForm form, int year, FormValues values) {
        Optional<HourRule.Worth> worth = form.worth(values, step, neededOfSubjects(year));
        boolean certain = form.hourLegal().status() != LegalStatus.UNVERIFIED;
        return worth.map(found -> new Proposal(found.hours(), found.how(), certain, form.hourLegal()))
                .orElseGet(() -> new Proposal(null, byWhom(form.hourRule()), false, form.hourLegal()));
    }

    private static String byWhom(HourRule rule) {
        return rule instanceof HourRule.AsApproved approved
                ? "学时由" + approved.by() + "认定，请据实填写申请学时"
                : "填写完整后显示折算学时；没有对应标准的，请据实填写申请学时，由审核单位认定";
    }

    /**
     * How an item's hours fall on years: all in the declared one, or spread from it on; the first year takes what does not divide.
     */
    public Map<Integer, Hours> years(LearningForm form, int declared, Hours hours) {
        int over = form.spread().years();
        Hours each = new Hours(hours.tenths() / over).roundedDownTo(step);
        Map<Integer, Hours> shares = new LinkedHashMap<>();
        shares.put(declared, new Hours(hours.tenths() - each.tenths() * (over - 1)));
        for (int i = 1; i < over; i++) {
            shares.put(declared + i, each);
        }
        return shares;
    }

    public List<Integer> declarableYears(LocalDate today) {
        return years.open(today);
    }

    private Map<String, Hours> neededOfSubjects(int year) {
        Map<String, Hours> needed = new LinkedHashMap<>();
        requirement(year)
                .ifPresent(requirement -> subjects.forEach(subject ->
                        requirement.ofSubject(subject.code()).ifPresent(hours -> needed.put(subject.code(), hours))));
        return needed;
    }
}
