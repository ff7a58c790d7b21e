package org.xueshi.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.xueshi.person.ApplicationForm;

/** A registration that was sent back, corrected. */
record AgainForm(
        @NotBlank @Size(max = 300) String token,
        @NotNull @Valid ApplicationForm application,
        @Nullable @Size(max = 80) String uploadToken) {

    @Override
    public String toString() {
        return "AgainForm";
    }
}
