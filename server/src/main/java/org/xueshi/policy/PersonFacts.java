package org.xueshi.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask about a person.
 *
 * @param region the employer's region, as a prefix ({@code 410105})
 * @param category MANAGEMENT, PROFESSIONAL or WORKER (管理人员、专业技术人员、工勤技能人员)
 * @param employerNature PUBLIC_INSTITUTION, ENTERPRISE or OTHER
 * @param titleLevel SENIOR_FULL, SENIOR_ASSOC, MID, JUNIOR_ASSIST, JUNIOR_STAFF or NONE
 * @param titleSince when the title was obtained, for rules that treat those before a date differently
 */
public record PersonFacts(
        String region,
        String category,
        String employerNature,
        String titleLevel,
        @Nullable LocalDate titleSince) {}
