package org.xueshi.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param page from 1
 * @param size from 1 to {@link #LARGEST}; 20 when absent
 */
public record PageQuery(@Nullable Integer page, @Nullable Integer size) {

    public static final int LARGEST = 100;

    /** Nobody reads page 1,000. */
    private static final int LAST = 10_000;

    /** How far ahead of a page is counted: enough to turn many pages, and cheap however many there are. */
    private static final int AHEAD = 1_000;

    private static final int USUAL = 20;

    public PageQuery {
        boolean pageOk = page == null || (page >= 1 && page <= LAST);
        boolean sizeOk = size == null || (size >= 1 && size <= LARGEST);
        if (!pageOk || !sizeOk) {
            throw new Refused(CommonProblem.MALFORMED);
        }
    }

    public int limit() {
        return size == null ? USUAL : size;
    }

    public int offset() {
        return page == null ? 0 : (page - 1) * limit();
    }

    /** Where counting stops, so that a count does not grow with the province. */
    public int counted() {
        return offset() + AHEAD;
    }
}
