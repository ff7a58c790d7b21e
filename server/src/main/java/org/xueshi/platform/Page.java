package org.xueshi.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most {@link PageQuery#LARGEST}
 * @param total how many there are, counted no further than {@link PageQuery#counted()}
 * @param more whether there are more than {@code total} says
 */
public record Page<T>(List<T> items, int total, boolean more) {

    /** @param found the result of a count that looked at no more than {@link PageQuery#counted()} + 1 rows */
    public static <T> Page<T> of(List<T> items, int found, PageQuery query) {
        return new Page<>(items, Math.min(found, query.counted()), found > query.counted());
    }
}
