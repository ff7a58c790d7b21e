package org.xueshi.declaration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file that proves something.
 *
 * @param slot what it proves: a slot of the learning form
 * @param note 附件说明
 */
record Evidence(
        @NotBlank @Size(max = 40) String slot,
        @NotNull UUID fileId,
        @Nullable @Size(max = 200, message = "附件说明不得超过200字") String note) {}
