package org.xueshi.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.files.StoredFiles;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;

/** Issues certificates, revokes them, and hands out their signed documents. */
@Service
public class Certificates {

    private static final int TRIES = 5;

    private final CertificateStore store;
    private final CertificateDrawing drawing;
    private final StoredFiles files;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Certificates(CertificateStore store, CertificateDrawing drawing, StoredFiles files, Clock clock) {
        this.store = store;
        this.drawing = drawing;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Issues a certificate; the document is drawn when it is first asked for.
     *
     * @throws Refused when the person has a valid one for the year
     */
    @Transactional
    public Certificate issue(Issue issue) {
        // The number is random: the very rare one that is taken is rolled again.
        for (int i = 0; i < TRIES; i++) {
            CertificateNumber number = CertificateNumber.random(issue.prefix(), issue.year());
            if (store.insert(issue, number, randomCode(), clock.instant())) {
                return store.findByNumber(number).orElseThrow();
            }
            if (store.findValid(issue.scheme(), issue.personId(), issue.year()).isPresent()) {
                throw new Refused(CertificateProblem.ALREADY_ISSUED);
            }
        }
        throw new IllegalStateException("No free certificate number was found");
    }

    private String randomCode() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Revokes a certificate for good. @param by who did it: an organization's name */
    @Transactional
    public void revoke(long id, String by, String reason, RevocationCause cause) {
        if (!store.revoke(id, by, reason, cause, clock.instant())) {
            throw new Refused(CertificateProblem.ALREADY_REVOKED);
        }
    }

    @Transactional(readOnly = true)
    public Certificate get(long id) {
        return store.find(id).orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public Optional<Certificate> findValid(String scheme, long personId, int year) {
        return store.findValid(scheme, personId, year);
    }

    /** All of a person's, revoked ones too, latest first. */
    @Transactional(readOnly = true)
    public List<Certificate> ofPerson(long personId) {
        return store.ofPerson(personId);
    }

    /** The valid ones of some people for a year. */
    @Transactional(readOnly = true)
    public List<Certificate> ofPeople(Collection<Long> personIds, String scheme, int year) {
        return store.ofPeople(personIds, scheme, year);
    }

    /** The signed document of a certificate: drawn once, the same bytes ever after. */
    public byte[] document(Certificate certificate) {
        if (certificate.file() != null) {
            return files.open(certificate.file()).bytes();
        }
        byte[] drawn;
        try {
            drawn = drawing.drawAndSign(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UUID file = files.keepDocument(drawn, certificate.number() + ".pdf");
        if (store.setFile(certificate.id(), file)) {
            return drawn;
        }
        files.detach(List.of(file));
        return files.open(Optional.ofNullable(get(certificate.id()).file()).orElseThrow())
                .bytes();
    }
}
