package org.xueshi.policy;

import org.jspecify.annotations.Nullable;

/**
 * One kind of 佐证材料 that a learning form asks for.
 *
 * @param label what to upload: 培训通知
 * @param when asked only then; null for always
 */
public record EvidenceSlot(
        String code,
        String label,
        boolean required,
        @Nullable Condition when) {}
