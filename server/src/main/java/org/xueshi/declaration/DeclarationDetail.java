package org.xueshi.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Proposal;
import org.xueshi.review.Place;
import org.xueshi.review.ReviewStep;

/**
 * One declaration with everything its reader may know and do, in the words of the pack's version it was made under.
 *
 * @param facts what was filled in: label and value, in the form's order
 * @param fields the same by code, for editing
 * @param proposal what the pack says it is worth
 * @param holder who has it
 * @param choices among whom a reviewer who passes it must choose
 * @param sameOfOthers how many other people declared the same item
 * @param editable, withdrawable, deletable, decidable what the reader may do now
 */
record DeclarationDetail(
        long id,
        long personId,
        String personName,
        String employerName,
        String scheme,
        String schemeName,
        int year,
        String subject,
        String subjectName,
        String form,
        String formName,
        String title,
        List<Fact> facts,
        Map<String, String> fields,
        List<EvidenceDetail> evidence,
        @Nullable Hours claimedHours,
        @Nullable Hours reviewedHours,
        @Nullable Hours recognisedHours,
        Proposal proposal,
        @Nullable String clause,
        DeclarationStatus status,
        @Nullable String holder,
        @Nullable String levelName,
        @Nullable Instant waitingSince,
        List<Place> choices,
        List<ReviewStep> steps,
        int sameOfOthers,
        boolean byEmployer,
        boolean editable,
        boolean withdrawable,
        boolean deletable,
        boolean decidable,
        Instant createdAt,
        @Nullable Instant submittedAt,
        int version) {

    /** Something that was filled in. */
    record Fact(String label, String value) {}

    /**
     * A file that proves something.
     *
     * @param slotLabel what it proves
     */
    record EvidenceDetail(
            String slot,
            String slotLabel,
            UUID fileId,
            @Nullable String name,
            long size,
            @Nullable String note) {}
}
