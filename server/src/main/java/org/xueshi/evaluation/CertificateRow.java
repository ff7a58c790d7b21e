package org.xueshi.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xueshi.certificate.CertificateStatus;

/** A certificate in a list: 历史证书 of a person, or those of the people one oversees. */
record CertificateRow(
        long id,
        String number,
        String scheme,
        String schemeName,
        int year,
        String title,
        long personId,
        String holder,
        @Nullable String employerName,
        @Nullable String department,
        CertificateStatus status,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String reason) {}
