package org.xueshi.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;

/**
 * One year of one scheme in 年度完成情况.
 *
 * @param subjects the hours that count, by subject
 * @param result null when the pack asks nothing of this year
 * @param certificateId the valid certificate
 * @param requestable whether a certificate can be asked for now
 * @param deadline the last day on which hours of the year can be earned
 */
record YearRow(
        int year,
        String scheme,
        String schemeName,
        List<SubjectHours> subjects,
        Hours total,
        Judgement.@Nullable YearResult result,
        @Nullable Long certificateId,
        @Nullable String certificateNumber,
        boolean requestable,
        LocalDate deadline,
        boolean closed) {

    /** What counts of one subject. */
    record SubjectHours(String code, String name, Hours hours) {}
}
