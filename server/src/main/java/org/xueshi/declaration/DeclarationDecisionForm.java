package org.xueshi.declaration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.xueshi.review.Decision;

/**
 * A level's decision on a declaration, as it is typed.
 *
 * @param passes true for 审核通过, false for 退回
 * @param reason required for sending back and for changed hours
 * @param nextPlace who shall have it next, where the next level is held by several
 * @param recognisedHours 认定学时, where they differ from what the level found
 * @param version of the declaration that was read; in a batch, each item has its own
 */
record DeclarationDecisionForm(
        boolean passes,
        @Nullable @Size(max = 1000, message = "理由不得超过1000字") String reason,
        @Nullable Long nextPlace,

        @Nullable
        @Digits(integer = 4, fraction = 1, message = "认定学时最多一位小数")
        @DecimalMin(value = "0.1", message = "认定学时应大于0")
        @DecimalMax(value = "9999", message = "认定学时过大")
        BigDecimal recognisedHours,

        @Nullable Integer version) {

    /** The same decision, on a declaration that was read in this version. */
    DeclarationDecisionForm on(int read) {
        return new DeclarationDecisionForm(passes, reason, nextPlace, recognisedHours, read);
    }

    Decision decision(@Nullable String change) {
        return new Decision(passes, reason == null || reason.isBlank() ? null : reason.strip(), change, nextPlace);
    }
}
