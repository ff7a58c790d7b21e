package org.xueshi.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about himself beside name, document and contact; which of it is asked is the pack's matter.
 *
 * @param sex as GB/T 2261.1 codes it
 * @param ethnicGroup as GB/T 3304 codes it
 * @param nativePlace a province's code
 * @param education as GB/T 4658 codes it
 * @param titleLevel NONE for 没有职称
 * @param photo a stored image
 */
public record Profile(
        @Nullable String department,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String ethnicGroup,
        @Nullable String nativePlace,
        @Nullable String education,
        @Nullable String school,
        @Nullable String major,
        @Nullable LocalDate graduatedOn,
        String titleLevel,
        @Nullable String titleSeries,
        @Nullable String title,
        @Nullable LocalDate titleSince,
        @Nullable UUID photo) {}
