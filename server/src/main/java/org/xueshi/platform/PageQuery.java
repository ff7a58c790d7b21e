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
    private static final int USUAL = 20;

    public PageQuery {
        boolean pageOk = page == null || (page >= 1 && page <= Page.COUNTED);
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
}
