package org.xueshi.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement;

/** A person's year in the list of those who oversee him. */
record VerdictRow(
        long personId,
        String personName,
        String employerName,
        @Nullable String department,
        @Nullable String title,
        int year,
        String scheme,
        String schemeName,
        List<YearRow.SubjectHours> subjects,
        Hours total,
        Judgement.YearResult result) {}
