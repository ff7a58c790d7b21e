package org.xueshi.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most {@link PageQuery#LARGEST}
 * @param total how many there are, counted no further than {@link #COUNTED}
 * @param more whether there are more than {@code total} says
 */
public record Page<T>(List<T> items, int total, boolean more) {

    /** Counting stops here: nobody reads page 1,000, and a count must not grow with the province. */
    public static final int COUNTED = 10_000;

    /** @param counted the result of a count that looked at no more than {@link #COUNTED} + 1 rows */
    public static <T> Page<T> of(List<T> items, int counted) {
        return new Page<>(items, Math.min(counted, COUNTED), counted > COUNTED);
    }
}
