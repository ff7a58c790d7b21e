package org.xueshi.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pack for everybody to read: what is asked of which year, what may be declared, and how certain each of it is. */
record PackSummary(
        String id,
        int version,
        PackStatus status,
        String name,
        Map<String, String> sources,
        List<SubjectSummary> subjects,
        List<RequirementSummary> requirements,
        List<FormSummary> forms,
        CertificateRule certificate,
        YearRule years) {

    record SubjectSummary(String code, String name, String hint, Legal legal) {}

    /** What some years ask for; one of the alternatives must be met. */
    record RequirementSummary(
            String id,
            int from,
            @Nullable Integer to,
            String basis,
            Legal legal,
            List<List<TestSummary>> alternatives) {}

    record TestSummary(String label, BigDecimal needed, String unit, boolean advisory, Legal legal) {}

    record FormSummary(String code, String name, List<String> subjects, Legal hourLegal) {}

    static PackSummary of(Pack pack) {
        return new PackSummary(
                pack.id(),
                pack.version(),
                pack.status(),
                pack.name(),
                pack.sources(),
                pack.subjects().stream()
                        .map(subject ->
                                new SubjectSummary(subject.code(), subject.name(), subject.hint(), subject.legal()))
                        .toList(),
                pack.requirements().stream().map(PackSummary::of).toList(),
                pack.forms().stream()
                        .map(form -> new FormSummary(
                                form.code(),
                                form.name(),
                                pack.subjects().stream()
                                        .filter(subject -> form.isFor(subject.code()))
                                        .map(Subject::name)
                                        .toList(),
                                form.hourLegal()))
                        .toList(),
                pack.certificate(),
                pack.years());
    }

    private static RequirementSummary of(Requirement requirement) {
        return new RequirementSummary(
                requirement.id(),
                requirement.from(),
                requirement.to(),
                requirement.basis(),
                requirement.legal(),
                requirement.alternatives().stream()
                        .map(tests -> tests.stream()
                                .map(test -> new TestSummary(
                                        test.label(),
                                        new Hours(test.tenths()).amount(),
                                        test.measure().unit().label(),
                                        test.advisory(),
                                        test.legal()))
                                .toList())
                        .toList());
    }
}
