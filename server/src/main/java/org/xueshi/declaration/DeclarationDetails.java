package org.xueshi.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.files.StoredFile;
import org.xueshi.files.StoredFiles;
import org.xueshi.organization.Organizations;
import org.xueshi.person.People;
import org.xueshi.platform.Caller;
import org.xueshi.policy.EvidenceSlot;
import org.xueshi.policy.FieldType;
import org.xueshi.policy.FormField;
import org.xueshi.policy.LearningForm;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;
import org.xueshi.review.Place;
import org.xueshi.review.ReviewCase;
import org.xueshi.review.Reviews;

/** Puts together what is shown of one declaration. */
@Component
class DeclarationDetails {

    private final Declarations declarations;
    private final DeclarationStore store;
    private final ClaimReader reader;
    private final Reviews reviews;
    private final People people;
    private final Organizations organizations;
    private final Packs packs;
    private final StoredFiles files;

    DeclarationDetails(
            Declarations declarations,
            DeclarationStore store,
            ClaimReader reader,
            Reviews reviews,
            People people,
            Organizations organizations,
            Packs packs,
            StoredFiles files) {
        this.declarations = declarations;
        this.store = store;
        this.reader = reader;
        this.reviews = reviews;
        this.people = people;
        this.organizations = organizations;
        this.packs = packs;
        this.files = files;
    }

    @Transactional(readOnly = true)
    DeclarationDetail of(Caller caller, long id) {
        Declaration found = declarations.seen(caller, id);
        Claim claim = found.claim();
        Pack pack = packs.version(claim.scheme(), claim.packVersion());
        LearningForm form = pack.form(claim.form()).orElseThrow();
        Optional<ReviewCase> reviewCase = reviews.find(Declarations.REVIEW, id);
        boolean own =
                caller.personId() != null && caller.personId() == found.personId() && caller.organizationId() == null;
        boolean submitted = found.status() == DeclarationStatus.SUBMITTED;
        Optional<Place> holder = reviewCase.flatMap(ReviewCase::holder).filter(place -> submitted);
        boolean decidable = holder.filter(place -> Objects.equals(place.id(), caller.organizationId()))
                .isPresent();
        return new DeclarationDetail(
                id,
                found.personId(),
                people.get(found.personId()).name(),
                organizations.get(found.employerId()).name(),
                pack.id(),
                pack.label(),
                claim.year(),
                claim.subject(),
                pack.subjectName(claim.subject()),
                claim.form(),
                form.name(),
                found.title(),
                facts(form, claim),
                claim.values().texts(),
                evidence(form, claim),
                claim.hours(),
                found.reviewed(),
                found.recognised(),
                reader.propose(claim),
                form.clause() == null ? null : form.clause().text(),
                found.status(),
                holder.map(Place::name).orElse(null),
                holder.flatMap(place -> reviewCase.map(
                                each -> each.chain().get(each.level()).name()))
                        .orElse(null),
                holder.flatMap(place -> reviewCase.map(ReviewCase::waitingSince))
                        .orElse(null),
                decidable ? reviewCase.map(ReviewCase::choices).orElse(List.of()) : List.of(),
                reviewCase.map(reviews::steps).orElse(List.of()),
                own ? 0 : store.countSameOfOthers(found),
                found.registeredBy() != null,
                own && found.isEditable() && found.registeredBy() == null,
                own && submitted && reviewCase.filter(ReviewCase::isUntouched).isPresent(),
                own && found.isEditable(),
                decidable,
                found.createdAt(),
                found.submittedAt(),
                found.version());
    }

    private static List<DeclarationDetail.Fact> facts(LearningForm form, Claim claim) {
        return form.asked(claim.values()).stream()
                .filter(field -> claim.values().has(field.code()))
                .map(field -> new DeclarationDetail.Fact(
                        field.label(), shown(field, claim.values().text(field.code()))))
                .toList();
    }

    private static String shown(FormField field, String text) {
        if (field.type() == FieldType.PERIOD) {
            String[] days = text.split("/", 2);
            return days.length < 2 || days[0].equals(days[1]) ? days[0] : days[0] + " 至 " + days[1];
        }
        return field.option(text).map(FormField.Option::label).orElse(text);
    }

    private List<DeclarationDetail.EvidenceDetail> evidence(LearningForm form, Claim claim) {
        Map<String, String> labels = new HashMap<>();
        form.evidence().slots().forEach((EvidenceSlot slot) -> labels.put(slot.code(), slot.label()));
        Map<UUID, StoredFile> stored = new HashMap<>();
        files.describe(claim.evidence().stream().map(Evidence::fileId).toList())
                .forEach(file -> stored.put(file.id(), file));
        return claim.evidence().stream()
                .map(each -> {
                    Optional<StoredFile> file = Optional.ofNullable(stored.get(each.fileId()));
                    return new DeclarationDetail.EvidenceDetail(
                            each.slot(),
                            labels.getOrDefault(each.slot(), each.slot()),
                            each.fileId(),
                            file.map(StoredFile::name).orElse(null),
                            file.map(StoredFile::size).orElse(0L),
                            each.note());
                })
                .toList();
    }
}
