package org.xueshi.reference;

import org.jspecify.annotations.Nullable;

/**
 * A professional title: 副教授 in the series of university teachers.
 *
 * @param seriesCode two digits; from 14 on the order of the official list is not confirmed
 * @param branch where a series has several ladders: 医, 药, 护, 技
 * @param level a code of the table {@link CodeTables#TITLE_LEVELS}
 * @param name unique within its series
 * @param status how certain the title is: {@code verbatim}, {@code secondary} or {@code unverified}
 * @param source the list it was taken from
 */
public record Title(
        String seriesCode,
        String series,
        @Nullable String branch,
        String level,
        String name,
        String status,
        @Nullable String source) {}
