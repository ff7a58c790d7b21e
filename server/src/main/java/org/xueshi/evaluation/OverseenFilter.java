package org.xueshi.evaluation;

import org.jspecify.annotations.Nullable;
import org.xueshi.certificate.CertificateStatus;
import org.xueshi.policy.Judgement;

/**
 * Which verdicts or certificates are wanted.
 *
 * @param name part of the person's name
 * @param result for verdicts, {@code status} and {@code number} for certificates
 */
record OverseenFilter(
        @Nullable Integer year,
        @Nullable String scheme,
        @Nullable String name,
        @Nullable String department,
        Judgement.@Nullable YearResult result,
        @Nullable CertificateStatus status,
        @Nullable String number) {}
