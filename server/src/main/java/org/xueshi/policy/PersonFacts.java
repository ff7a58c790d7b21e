package org.xueshi.policy;

import java.time.LocalDate;
import java.util.List;
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
        @Nullable LocalDate titleSince) {

    /** The words that packs may use of people. They belong to other modules, which this one does not know. */
    public static final List<String> CATEGORIES = List.of("MANAGEMENT", "PROFESSIONAL", "WORKER");

    public static final List<String> EMPLOYER_NATURES = List.of("PUBLIC_INSTITUTION", "ENTERPRISE", "OTHER");

    public static final List<String> TITLE_LEVELS =
            List.of("SENIOR_FULL", "SENIOR_ASSOC", "MID", "JUNIOR_ASSIST", "JUNIOR_STAFF", "NONE");
}
