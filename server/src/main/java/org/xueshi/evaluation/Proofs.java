package org.xueshi.evaluation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.certificate.Certificate;
import org.xueshi.certificate.Certificates;
import org.xueshi.certificate.RevocationCause;
import org.xueshi.ledger.Entry;
import org.xueshi.ledger.Ledger;
import org.xueshi.organization.Organizations;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import org.xueshi.policy.Judgement;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/** Certificates of years: asked for, handed out, revoked, issued again; and the reversals that put the ledger right. */
@Service
public class Proofs {

    private final Evaluations evaluations;
    private final YearCertificates yearCertificates;
    private final Certificates certificates;
    private final Ledger ledger;
    private final People people;
    private final Organizations organizations;
    private final Packs packs;

    Proofs(
            Evaluations evaluations,
            YearCertificates yearCertificates,
            Certificates certificates,
            Ledger ledger,
            People people,
            Organizations organizations,
            Packs packs) {
        this.evaluations = evaluations;
        this.yearCertificates = yearCertificates;
        this.certificates = certificates;
        this.ledger = ledger;
        this.people = people;
        this.organizations = organizations;
        this.packs = packs;
    }

    /** 申请证书. @throws Refused when the year is not passed, has its certificate, or had one that a bureau revoked */
    @Transactional
    CertificateRow request(Caller caller, String scheme, int year) {
        Person person = people.get(caller.person());
        if (yearCertificates.isWithheld(person.id(), scheme, year)) {
            throw new Refused(EvaluationProblem.WITHHELD);
        }
        return row(issue(person, scheme, year));
    }

    private Certificate issue(Person person, String scheme, int year) {
        if (packs.find(scheme).isEmpty()) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        Pack pack = evaluations.packFor(scheme, year);
        Judgement judgement = evaluations.judgement(person, pack, year);
        if (!judgement.isPassed()) {
            throw new Refused(EvaluationProblem.NOT_PASSED).with("year", year);
        }
        return yearCertificates.issue(person, pack, year, judgement);
    }

    /** 历史证书, latest first. */
    @Transactional(readOnly = true)
    List<CertificateRow> history(long personId) {
        return certificates.ofPerson(personId).stream().map(this::row).toList();
    }

    private CertificateRow row(Certificate certificate) {
        return new CertificateRow(
                certificate.id(),
                certificate.number(),
                certificate.scheme(),
                packs.current(certificate.scheme()).label(),
                certificate.year(),
                certificate.title(),
                certificate.personId(),
                certificate.holder(),
                null,
                null,
                certificate.status(),
                certificate.issuedAt(),
                certificate.revokedAt(),
                certificate.revokedBy(),
                certificate.reason());
    }

    /** A certificate that the caller may see: his own, or one of a person he oversees. */
    @Transactional(readOnly = true)
    Certificate seen(Caller caller, long id) {
        Certificate found = certificates.get(id);
        if (caller.is(Role.LEARNER) && caller.person() != found.personId()) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        people.overseen(caller, found.personId());
        return found;
    }

    /** The signed PDF; drawn outside of any transaction when it is asked for the first time. */
    byte[] document(Certificate certificate) {
        return certificates.document(certificate);
    }

    /** 撤销证书: with a reason, for good. */
    @Transactional
    void revoke(Caller caller, long id, String reason) {
        Certificate found = seen(caller, id);
        demandNotOwn(caller, found.personId());
        certificates.revoke(id, organizations.get(caller.organization()).name(), reason, RevocationCause.DECISION);
        yearCertificates.tellRevoked(found, reason);
    }

    /** 重新签发: after a revocation, when the year is passed as the ledger stands now. */
    @Transactional
    CertificateRow issueAgain(Caller caller, long id) {
        Certificate found = seen(caller, id);
        demandNotOwn(caller, found.personId());
        return row(issue(people.get(found.personId()), found.scheme(), found.year()));
    }

    /** 冲正: takes a line of the ledger back; verdict and certificate follow in the same moment. */
    @Transactional
    void reverse(Caller caller, long personId, int year, long entryId, String reason) {
        people.overseen(caller, personId);
        demandNotOwn(caller, personId);
        Entry entry = ledger.find(entryId, year)
                .filter(found -> found.personId() == personId)
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
        ledger.reverse(entry, reason, organizations.get(caller.organization()).name(), caller);
    }

    private static void demandNotOwn(Caller caller, long personId) {
        if (caller.personId() != null && caller.personId() == personId) {
            throw new Refused(CommonProblem.NOT_ALLOWED);
        }
    }
}
