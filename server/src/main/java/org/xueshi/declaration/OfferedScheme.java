package org.xueshi.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Clause;
import org.xueshi.policy.Declarer;
import org.xueshi.policy.EvidenceRule;
import org.xueshi.policy.FormField;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningForm;
import org.xueshi.policy.Legal;
import org.xueshi.policy.Pack;
import org.xueshi.policy.PackStatus;

/**
 * What somebody may declare under one scheme.
 *
 * @param years the years that are open, the current one first
 * @param step the smallest step of hours
 * @param draft whether the pack is not official yet
 */
record OfferedScheme(
        String scheme,
        String name,
        String label,
        List<Integer> years,
        Hours step,
        boolean draft,
        List<OfferedSubject> subjects,
        List<OfferedForm> forms) {

    /**
     * A subject that may be declared for.
     *
     * @param forms the codes of the learning forms that may count for it
     */
    record OfferedSubject(String code, String name, String hint, List<String> forms) {}

    /**
     * A learning form, to be shown as a form.
     *
     * @param happened the field that says when it happened
     */
    record OfferedForm(
            String code,
            String name,
            List<FormField> fields,
            @Nullable String happened,
            EvidenceRule evidence,
            @Nullable Clause clause,
            Legal hourLegal) {

        static OfferedForm of(LearningForm form) {
            return new OfferedForm(
                    form.code(),
                    form.name(),
                    form.fields(),
                    form.happened(),
                    form.evidence(),
                    form.clause(),
                    form.hourLegal());
        }
    }

    static OfferedScheme of(Pack pack, Declarer declarer, List<Integer> years) {
        List<OfferedSubject> subjects = pack.subjects().stream()
                .map(subject -> new OfferedSubject(
                        subject.code(),
                        subject.name(),
                        subject.hint(),
                        pack.formsFor(subject.code(), declarer).stream()
                                .map(LearningForm::code)
                                .toList()))
                .filter(subject -> !subject.forms().isEmpty())
                .toList();
        List<OfferedForm> forms = pack.forms().stream()
                .filter(form ->
                        subjects.stream().anyMatch(subject -> subject.forms().contains(form.code())))
                .map(OfferedForm::of)
                .toList();
        return new OfferedScheme(
                pack.id(),
                pack.name(),
                pack.label(),
                years,
                pack.step(),
                pack.status() == PackStatus.DRAFT,
                subjects,
                forms);
    }
}
