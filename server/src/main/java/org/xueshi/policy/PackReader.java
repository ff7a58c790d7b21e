package org.xueshi.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a pack from YAML and refuses a malformed one with file, line and reason. */
final class PackReader {

    private static final String FORMAT = "xueshi-policy/1";
    private static final List<String> ALWAYS_LOCKED = List.of("NAME", "ID_NUMBER", "EMPLOYER");

    private PackReader() {}

    static Pack read(String file, String yaml) {
        return PackNode.parse(file, yaml).whole(PackReader::pack);
    }

    private static Pack pack(PackNode node) {
        node.at("format").demand(FORMAT.equals(node.at("format").text()), "this platform reads the format " + FORMAT);
        Map<String, String> sources = new LinkedHashMap<>();
        node.at("sources").eachEntry((key, title) -> sources.put(key, title.text()));
        LegalReader legal = new LegalReader(sources);
        List<Subject> subjects = node.at("subjects").list(item -> item.whole(subject -> subject(subject, legal)));
        Set<String> topics = node.maybe("topics").map(PackNode::texts).orElse(Set.of());
        PackNode units = node.at("units");
        int minutesPerHour = minutesPerHour(units.at("minutes_per_hour"));
        RequirementReader requirements = new RequirementReader(legal, subjects, topics);
        LearningFormReader forms = new LearningFormReader(legal, subjects, topics, minutesPerHour);
        Pack pack = new Pack(
                node.at("id").text(),
                node.at("version").integer(),
                node.at("status").oneOf(PackStatus.class),
                node.at("name").text(),
                node.at("label").text(),
                region(node.at("region")),
                node.at("people").list(requirements::whom),
                sources,
                units.at("step").hours(),
                minutesPerHour,
                legal.of(units),
                subjects,
                node.at("requirements").list(requirements::read),
                node.maybe("recognises")
                        .map(list -> list.list(item -> item.whole(part -> recognition(part, legal))))
                        .orElse(List.of()),
                node.at("years").whole(years -> years(years, legal)),
                node.at("learning_forms").list(forms::read),
                node.at("review").whole(review -> review(review, legal)),
                node.at("certificate").whole(certificate -> certificate(certificate, legal)),
                node.at("registration").whole(registration -> registration(registration, legal)));
        units.nothingElse();
        requirements.demandForms(pack.forms().stream().map(LearningForm::code).toList());
        // Facts for rooms that are not built yet: kept with the pack, read by nobody.
        node.maybe("not_yet_used");
        demandConsistent(node, pack);
        return pack;
    }

    private static int minutesPerHour(PackNode node) {
        node.demand(node.integer() > 0, "an hour has more than 0 minutes");
        return node.integer();
    }

    private static String region(PackNode node) {
        node.demand(
                node.text().matches("[0-9]{2}([0-9]{2}){0,2}"), "a region is the first 2, 4 or 6 digits of its code");
        return node.text();
    }

    private static Subject subject(PackNode node, LegalReader legal) {
        return new Subject(
                node.at("code").text(),
                node.at("name").text(),
                node.at("declarers").anyOf(Declarer.class),
                node.at("hint").text(),
                legal.of(node));
    }

    private static Recognition recognition(PackNode node, LegalReader legal) {
        Map<String, String> subjects = new LinkedHashMap<>();
        node.at("subjects").eachEntry((theirs, ours) -> subjects.put(theirs, ours.text()));
        return new Recognition(node.at("scheme").text(), subjects, legal.of(node));
    }

    private static YearRule years(PackNode node, LegalReader legal) {
        PackNode earliest = node.at("earliest");
        earliest.demand(earliest.integer() <= 0, "the earliest declarable year is 0 or before: -1 is last year");
        PackNode credited = node.at("credited");
        credited.demand(
                Set.of("activity", "chosen").contains(credited.text()),
                "credited is activity (the year it happened in) or chosen (the year the person names)");
        return new YearRule(
                earliest.integer(),
                node.at("grace_days").integer(),
                "activity".equals(credited.text()),
                node.at("closes").monthDay(),
                legal.of(node));
    }

    private static ReviewRule review(PackNode node, LegalReader legal) {
        Map<String, List<Set<ReviewPlace>>> declaration = new LinkedHashMap<>();
        node.at("declaration").eachEntry((subject, levels) -> declaration.put(subject, levels(levels)));
        return new ReviewRule(levels(node.at("registration")), declaration, legal.of(node));
    }

    private static List<Set<ReviewPlace>> levels(PackNode node) {
        return node.list(
                level -> level.isList() ? level.anyOf(ReviewPlace.class) : EnumSet.of(level.oneOf(ReviewPlace.class)));
    }

    private static CertificateRule certificate(PackNode node, LegalReader legal) {
        PackNode prefix = node.at("prefix");
        prefix.demand(prefix.text().matches("[A-Z]{2,6}"), "a number's prefix is two to six capital letters");
        PackNode issue = node.at("issue");
        issue.demand(Set.of("automatic", "on_request").contains(issue.text()), "issue is automatic or on_request");
        return new CertificateRule(
                node.at("title").text(),
                node.at("issuer").text(),
                "automatic".equals(issue.text()),
                prefix.text(),
                node.at("purpose").text(),
                legal.of(node));
    }

    private static RegistrationRule registration(PackNode node, LegalReader legal) {
        List<RegistrationRule.Asked> fields = node.at("fields")
                .list(item -> item.whole(field -> new RegistrationRule.Asked(
                        field.at("field").oneOf(ProfileField.class),
                        field.at("label").text(),
                        field.maybe("required").map(PackNode::flag).orElse(true))));
        return new RegistrationRule(fields, locked(node.at("locked")), legal.of(node));
    }

    /** What nobody can change by himself on this platform must be named too: a pack that leaves it out promises what is not there. */
    private static Set<ProfileField> locked(PackNode node) {
        Set<String> words = new LinkedHashSet<>(ALWAYS_LOCKED);
        Arrays.stream(ProfileField.values()).map(Enum::name).forEach(words::add);
        Set<String> given = node.textsOf(words);
        node.demand(
                given.containsAll(ALWAYS_LOCKED),
                "%s are locked for everybody and must be named".formatted(ALWAYS_LOCKED));
        return given.stream()
                .filter(word -> !ALWAYS_LOCKED.contains(word))
                .map(ProfileField::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void demandConsistent(PackNode node, Pack pack) {
        Set<String> codes = new HashSet<>();
        pack.forms()
                .forEach(form -> node.at("learning_forms")
                        .demand(codes.add(form.code()), "the learning form '" + form.code() + "' is there twice"));
        int before = Integer.MIN_VALUE;
        for (Requirement requirement : pack.requirements()) {
            node.at("requirements")
                    .demand(requirement.from() >= before, "requirements stand in the order of their years");
            before = requirement.from();
            long sameYears = pack.requirements().stream()
                    .filter(other -> other.holdsFor(requirement.from()))
                    .count();
            node.at("requirements").demand(sameYears == 1, "more than one requirement holds for " + requirement.from());
        }
        pack.subjects()
                .forEach(subject -> node.at("review")
                        .demand(
                                !pack.review().ofSubject(subject.code()).isEmpty(),
                                "nobody reviews " + subject.code()));
        Set<String> subjects = pack.subjects().stream().map(Subject::code).collect(Collectors.toSet());
        pack.review()
                .declaration()
                .keySet()
                .forEach(subject -> node.at("review")
                        .demand(subjects.contains(subject), "'" + subject + "' is no subject of this pack"));
    }
}
