package org.xueshi.declaration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.files.StoredFile;
import org.xueshi.files.StoredFiles;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Refused.FieldError;
import org.xueshi.platform.Sha256;
import org.xueshi.policy.Declarer;
import org.xueshi.policy.EvidenceRule;
import org.xueshi.policy.EvidenceSlot;
import org.xueshi.policy.FormValues;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningForm;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;
import org.xueshi.policy.Proposal;

/** Reads a typed declaration by the rules of its pack. A draft may be incomplete, but what is there must be right. */
@Component
class ClaimReader {

    private static final Hours MOST = Hours.of(9999);
    private static final long MEGABYTE = 1024 * 1024;

    private final People people;
    private final Packs packs;
    private final StoredFiles files;
    private final Clock clock;

    ClaimReader(People people, Packs packs, StoredFiles files, Clock clock) {
        this.people = people;
        this.packs = packs;
        this.files = files;
        this.clock = clock;
    }

    /** @throws Refused when the person may not declare this, or something that was filled in is wrong */
    Filled read(DeclarationForm typed, Person person, Declarer declarer) {
        Pack pack = people.schemes(people.facts(person)).stream()
                .filter(each -> each.id().equals(typed.scheme()))
                .findFirst()
                .orElseThrow(() -> new Refused(DeclarationProblem.NOT_YOUR_SCHEME));
        LearningForm form = pack.formsFor(typed.subject(), declarer).stream()
                .filter(each -> each.code().equals(typed.form()))
                .findFirst()
                .orElseThrow(() -> new Refused(DeclarationProblem.FORM_NOT_OFFERED)
                        .with("subject", pack.subjectName(typed.subject())));
        List<FieldError> errors = new ArrayList<>();
        Claim claim = new Claim(
                pack.id(),
                pack.version(),
                typed.year(),
                typed.subject(),
                typed.form(),
                new FormValues(typed.fields()),
                hours(typed.claimedHours(), pack, errors),
                typed.evidence());
        return filled(claim, pack, form, errors, false);
    }

    /** Reads a draft again, now as something to be submitted. @throws Refused naming everything that is missing or wrong */
    Filled complete(Claim claim) {
        Pack pack = packs.version(claim.scheme(), claim.packVersion());
        LearningForm form = pack.form(claim.form()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        List<Integer> open = packs.current(claim.scheme()).declarableYears(today);
        if (!open.contains(claim.year())) {
            throw new Refused(DeclarationProblem.YEAR_NOT_OPEN)
                    .with("year", claim.year())
                    .with("open", open.stream().map(String::valueOf).collect(Collectors.joining("、")));
        }
        List<FieldError> errors = new ArrayList<>();
        if (claim.hours() == null) {
            errors.add(new FieldError("claimedHours", "请填写申请学时"));
        } else {
            checkWorth(claim, claim.hours(), pack, form, errors);
        }
        checkYear(claim, pack, form, errors);
        checkSlots(claim, form, errors);
        return filled(claim, pack, form, errors, true);
    }

    private Filled filled(Claim claim, Pack pack, LearningForm form, List<FieldError> errors, boolean complete) {
        errors.addAll(form.check(claim.values(), LocalDate.now(clock), complete));
        checkFiles(claim.evidence(), form, errors);
        if (!errors.isEmpty()) {
            throw new Refused(complete ? DeclarationProblem.INCOMPLETE : CommonProblem.INVALID, errors);
        }
        return new Filled(
                claim,
                form.titleOf(claim.values()),
                form.beginOf(claim.values()).orElse(null),
                form.endOf(claim.values()).orElse(null),
                form.itemKey(claim.values(), claim.year())
                        .map(key -> Sha256.hex(key.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null));
    }

    /** What the pack says the item is worth; null hours when it has no figure. */
    Proposal propose(Claim claim) {
        Pack pack = packs.version(claim.scheme(), claim.packVersion());
        return pack.propose(pack.form(claim.form()).orElseThrow(), claim.year(), claim.values());
    }

    private static @Nullable Hours hours(@Nullable BigDecimal typed, Pack pack, List<FieldError> errors) {
        if (typed == null) {
            return null;
        }
        if (typed.signum() <= 0
                || typed.compareTo(MOST.amount()) > 0
                || typed.stripTrailingZeros().scale() > 1) {
            errors.add(new FieldError("claimedHours", "申请学时应大于0，最多一位小数"));
            return null;
        }
        Hours hours = Hours.of(typed);
        if (!hours.isMultipleOf(pack.step())) {
            errors.add(new FieldError("claimedHours", "申请学时应为" + pack.step() + "的整数倍"));
        }
        return hours;
    }

    /** More than the pack's own figure cannot be claimed, as long as that figure is certain. */
    private static void checkWorth(Claim claim, Hours hours, Pack pack, LearningForm form, List<FieldError> errors) {
        Proposal proposal = pack.propose(form, claim.year(), claim.values());
        if (proposal.binding() && proposal.hours() != null && hours.compareTo(proposal.hours()) > 0) {
            errors.add(
                    new FieldError("claimedHours", "申请学时不能超过折算学时 %s（%s）".formatted(proposal.hours(), proposal.how())));
        }
    }

    private static void checkYear(Claim claim, Pack pack, LearningForm form, List<FieldError> errors) {
        form.endOf(claim.values())
                .filter(end -> pack.years().activityYear() && end.getYear() != claim.year())
                .ifPresent(end -> errors.add(
                        new FieldError("year", "学时计入学习结束的年度：该项结束于%d年，不能计入%d年".formatted(end.getYear(), claim.year()))));
    }

    private static void checkSlots(Claim claim, LearningForm form, List<FieldError> errors) {
        Set<String> given = claim.evidence().stream().map(Evidence::slot).collect(Collectors.toSet());
        for (EvidenceSlot slot : form.slots(claim.values())) {
            if (slot.required() && !given.contains(slot.code())) {
                errors.add(new FieldError("evidence." + slot.code(), "请上传" + slot.label()));
            }
        }
    }

    private void checkFiles(List<Evidence> evidence, LearningForm form, List<FieldError> errors) {
        EvidenceRule rule = form.evidence();
        if (evidence.size() > rule.most()) {
            errors.add(new FieldError("evidence", "最多能上传%d个图片附件".formatted(rule.most())));
        }
        Set<String> slots = rule.slots().stream().map(EvidenceSlot::code).collect(Collectors.toSet());
        Map<UUID, StoredFile> stored = new HashMap<>();
        files.describe(evidence.stream().map(Evidence::fileId).toList()).forEach(file -> stored.put(file.id(), file));
        Set<UUID> seen = new HashSet<>();
        for (Evidence each : evidence) {
            String field = "evidence." + each.slot();
            StoredFile file = stored.get(each.fileId());
            if (!slots.contains(each.slot())) {
                errors.add(new FieldError(field, "本学习形式没有此类附件"));
            } else if (file == null || !seen.add(each.fileId())) {
                errors.add(new FieldError(field, "附件已失效，请重新上传"));
            } else if (file.sentSize() > rule.megabytes() * MEGABYTE) {
                errors.add(new FieldError(field, "单个附件不能超过%d MB".formatted(rule.megabytes())));
            }
        }
    }
}
