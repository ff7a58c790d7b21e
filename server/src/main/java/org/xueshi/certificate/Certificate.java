package org.xueshi.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate: what it says never changes.
 *
 * @param code 128 random bits, in the QR
 * @param file the signed PDF, once it was drawn
 */
public record Certificate(
        long id,
        String number,
        String code,
        String scheme,
        long personId,
        int year,
        String title,
        String issuer,
        String holder,
        String maskedDocument,
        List<CertificateFact> facts,
        String purpose,
        boolean draft,
        CertificateStatus status,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String reason,
        @Nullable RevocationCause cause,
        @Nullable UUID file) {

    public Certificate {
        facts = List.copyOf(facts);
    }

    public boolean isValid() {
        return status == CertificateStatus.VALID;
    }

    @Override
    public String toString() {
        return "Certificate[" + number + "]";
    }
}
