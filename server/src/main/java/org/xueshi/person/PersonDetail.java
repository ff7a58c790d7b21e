package org.xueshi.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.ProfileField;
import org.xueshi.review.ReviewStep;

/**
 * A person as those who oversee him see him, and as he sees himself; numbers are masked, codes are names.
 *
 * @param hasPhoto whether there is a photo to fetch
 * @param schemes the names of the schemes he is under
 * @param steps what happened to his registration
 * @param withCaller whether his registration waits for the caller's decision
 * @param changeable what he may change by himself, as he would send it; null for anybody else
 * @param locked of that, what his scheme does not let him change once he is registered
 */
record PersonDetail(
        long id,
        String name,
        DocumentType documentType,
        String maskedDocument,
        String maskedPhone,
        String maskedEmail,
        @Nullable String landline,
        String employerName,
        String employerRegion,
        @Nullable String department,
        PersonCategory category,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String ethnicGroup,
        @Nullable String nativePlace,
        @Nullable String education,
        @Nullable String school,
        @Nullable String major,
        @Nullable LocalDate graduatedOn,
        String titleLevel,
        @Nullable String title,
        @Nullable LocalDate titleSince,
        boolean hasPhoto,
        PersonStatus status,
        Instant registeredAt,
        List<String> schemes,
        List<ReviewStep> steps,
        boolean withCaller,
        int version,
        @Nullable ProfileForm changeable,
        List<ProfileField> locked) {}
