package org.xueshi.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Open;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Throttle;

/** 证书查验: for anybody, without login. The name is masked, the ID number is never told. */
@RestController
class VerificationController {

    private final CertificateStore store;
    private final DocumentSigner signer;
    private final Throttle numbersTried;

    VerificationController(CertificateStore store, DocumentSigner signer, Clock clock) {
        this.store = store;
        this.signer = signer;
        // Codes cannot be guessed; numbers are shorter, so trying them out has a limit.
        this.numbersTried = new Throttle(120, Duration.ofMinutes(10), clock);
    }

    /** By the code in the QR. */
    @Open
    @GetMapping("/api/public/certificates/{code}")
    Verification byCode(@PathVariable String code) {
        return Verification.of(code.length() == 22 ? store.findByCode(code) : Optional.empty());
    }

    /** By the readable number. */
    @Open
    @GetMapping("/api/public/certificates")
    Verification byNumber(@RequestParam String number, HttpServletRequest request) {
        numbersTried.demand(request.getRemoteAddr());
        CertificateNumber right =
                CertificateNumber.parse(number).orElseThrow(() -> new Refused(CertificateProblem.WRONG_NUMBER));
        return Verification.of(store.findByNumber(right));
    }

    /** The certificate with which documents are signed. */
    @Open
    @GetMapping("/api/public/signing-certificate")
    ResponseEntity<String> signingCertificate() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .body(signer.certificatePem());
    }

    /** Whether a certificate stands. */
    enum Standing {
        VALID,
        REVOKED,
        UNKNOWN
    }

    /**
     * What anybody is told.
     *
     * @param holder the masked name
     * @param reason why it was revoked
     * @param draft whether it was issued under rules that are not official yet
     */
    record Verification(
            Standing standing,
            @Nullable String number,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable String holder,
            @Nullable Integer year,
            List<CertificateFact> facts,
            @Nullable Instant issuedAt,
            @Nullable Instant revokedAt,
            @Nullable String reason,
            boolean draft) {

        static Verification of(Optional<Certificate> found) {
            return found.map(certificate -> new Verification(
                            certificate.isValid() ? Standing.VALID : Standing.REVOKED,
                            certificate.number(),
                            certificate.title(),
                            certificate.issuer(),
                            mask(certificate.holder()),
                            certificate.year(),
                            certificate.facts(),
                            certificate.issuedAt(),
                            certificate.revokedAt(),
                            certificate.reason(),
                            certificate.draft()))
                    .orElseGet(() -> new Verification(
                            Standing.UNKNOWN, null, null, null, null, null, List.of(), null, null, null, false));
        }

        /** 张*, 欧阳**: the first character only, whatever script it is of. */
        private static String mask(String name) {
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
        }
    }
}
