package org.xueshi.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.certificate.Certificate;
import org.xueshi.certificate.CertificateFact;
import org.xueshi.certificate.Certificates;
import org.xueshi.certificate.Issue;
import org.xueshi.certificate.RevocationCause;
import org.xueshi.ledger.Ledger;
import org.xueshi.message.Messages;
import org.xueshi.organization.Organizations;
import org.xueshi.person.Person;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;
import org.xueshi.policy.PackStatus;

/**
 * Lets certificates follow verdicts: issued by themselves where the pack says so, revoked when a reversal took away what they
 * certify, and issued again when the year passes again.
 */
@Component
class YearCertificates {

    private final Certificates certificates;
    private final Organizations organizations;
    private final Messages messages;
    private final Ledger ledger;

    YearCertificates(Certificates certificates, Organizations organizations, Messages messages, Ledger ledger) {
        this.ledger = ledger;
        this.certificates = certificates;
        this.organizations = organizations;
        this.messages = messages;
    }

    /** A year was judged. @param reversalReason why hours were taken back, when they were */
    void follow(Person person, Pack pack, Verdict verdict, Judgement judgement, @Nullable String reversalReason) {
        Optional<Certificate> valid = certificates.findValid(pack.id(), person.id(), verdict.year());
        boolean reversed = reversalReason != null;
        boolean standing = valid.isPresent() && !reversed && verdict.isPassed();
        if (valid.isPresent() && !standing) {
            String reason = reversed ? "学时冲正：" + reversalReason : "年度学时要求调整，该年度认定结果为不通过";
            certificates.revoke(
                    valid.get().id(),
                    pack.certificate().issuer(),
                    reason,
                    reversed ? RevocationCause.REVERSAL : RevocationCause.RULE);
            tellRevoked(valid.get(), reason);
        }
        if (verdict.isPassed() && !standing) {
            // What was once asked for is issued again without asking, after a reversal that leaves the year passed.
            boolean again = valid.isPresent() && reversed;
            boolean byItself = pack.certificate().automatic() && !isWithheld(person.id(), pack.id(), verdict.year());
            if (again || byItself) {
                issue(person, pack, verdict.year(), judgement);
            }
        }
    }

    /** Whether a bureau revoked the year's last certificate, and the ledger was not put right by a reversal since. */
    boolean isWithheld(long personId, String scheme, int year) {
        return certificates.ofPerson(personId).stream()
                .filter(each -> each.scheme().equals(scheme) && each.year() == year)
                .findFirst()
                .filter(last -> last.cause() == RevocationCause.DECISION)
                .map(Certificate::revokedAt)
                .filter(revokedAt -> !isReversedSince(personId, year, revokedAt))
                .isPresent();
    }

    private boolean isReversedSince(long personId, int year, Instant since) {
        return ledger.entries(personId, List.of(year)).stream()
                .anyMatch(
                        entry -> entry.reverses() != null && !entry.recordedAt().isBefore(since));
    }

    /** Issues the certificate of a passed year. */
    Certificate issue(Person person, Pack pack, int year, Judgement judgement) {
        Certificate issued = certificates.issue(new Issue(
                pack.id(),
                person.id(),
                year,
                pack.certificate().title(),
                pack.certificate().issuer(),
                person.name(),
                person.document().masked(),
                facts(person, pack, year, judgement),
                pack.certificate().purpose(),
                pack.certificate().prefix(),
                pack.status() == PackStatus.DRAFT));
        messages.tell(
                person.id(),
                "%d年度证书已签发".formatted(year),
                "您%d年度的%s已签发，编号 %s，可在“证书与证明”中下载。"
                        .formatted(year, pack.certificate().title(), issued.number()),
                "/certificates");
        return issued;
    }

    private List<CertificateFact> facts(Person person, Pack pack, int year, Judgement judgement) {
        List<CertificateFact> facts = new ArrayList<>();
        facts.add(new CertificateFact(
                "工作单位", organizations.get(person.employerId()).name()));
        judgement
                .subjects()
                .forEach((code, hours) -> facts.add(new CertificateFact(pack.subjectName(code), hours(hours))));
        facts.add(new CertificateFact("总学时", hours(judgement.total())));
        facts.add(new CertificateFact("年度认定结果", "通过"));
        return facts;
    }

    private static String hours(Hours hours) {
        return hours + " 学时";
    }

    void tellRevoked(Certificate revoked, String reason) {
        messages.tellAndMail(
                revoked.personId(),
                "%d年度证书已撤销".formatted(revoked.year()),
                "您%d年度的%s（编号 %s）已撤销。\n撤销理由：%s\n\n如有异议，请联系同级人社部门。"
                        .formatted(revoked.year(), revoked.title(), revoked.number(), reason),
                "/certificates");
    }
}
