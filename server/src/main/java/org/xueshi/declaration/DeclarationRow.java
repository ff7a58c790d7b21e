package org.xueshi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Hours;

/**
 * A declaration in a list.
 *
 * @param subjectName 科目类型, and {@code formName} 学习形式, in the words of its pack's version
 * @param claimedHours 申报学时
 * @param reviewedHours what the levels so far made of it
 * @param recognisedHours 认定学时
 * @param holder 当前处理人: who has it
 * @param waitingSince since when
 * @param untouched whether its owner can still take it back
 * @param byEmployer whether the employer declared it
 */
record DeclarationRow(
        long id,
        long personId,
        String personName,
        String employerName,
        String scheme,
        String schemeName,
        int year,
        String subject,
        String subjectName,
        String formName,
        String title,
        @Nullable LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Nullable Hours claimedHours,
        @Nullable Hours reviewedHours,
        @Nullable Hours recognisedHours,
        DeclarationStatus status,
        @Nullable String holder,
        @Nullable String levelName,
        @Nullable Instant waitingSince,
        boolean untouched,
        boolean byEmployer,
        int version) {}
