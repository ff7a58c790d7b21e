package org.xueshi.review;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is typed.
 *
 * @param passes true for 审核通过, false for 退回
 * @param reason required for sending back
 * @param nextPlace who shall have it next, where the next level is held by several
 */
public record DecisionForm(
        boolean passes,
        @Nullable @Size(max = 1000, message = "理由不得超过1000字") String reason,
        @Nullable Long nextPlace) {

    public Decision decision() {
        return new Decision(passes, reason == null || reason.isBlank() ? null : reason.strip(), null, nextPlace);
    }
}
