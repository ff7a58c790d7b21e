package org.xueshi.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.policy.FormValues;
import org.xueshi.policy.Hours;

/**
 * What is declared: the part of a declaration that its owner fills in.
 *
 * @param scheme under which scheme
 * @param packVersion as which version of its pack the form was shown
 * @param hours 申请学时; a draft may still lack them
 */
record Claim(
        String scheme,
        int packVersion,
        int year,
        String subject,
        String form,
        FormValues values,
        @Nullable Hours hours,
        List<Evidence> evidence) {

    Claim {
        evidence = List.copyOf(evidence);
    }

    Claim inYear(int other) {
        return new Claim(scheme, packVersion, other, subject, form, values, hours, evidence);
    }
}
