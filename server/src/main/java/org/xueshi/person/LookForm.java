package org.xueshi.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody needs to see a full number. */
record LookForm(
        @NotBlank(message = "请填写查看事由") @Size(min = 2, max = 200, message = "查看事由应为2至200字")
        String reason) {}
