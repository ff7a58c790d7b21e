package org.xueshi.policy;

import java.util.List;
import java.util.Set;

/**
 * What a registration asks and what may be changed later.
 *
 * @param fields the fields, in this order, with the pack's words
 * @param locked what its owner cannot edit once he is registered (NAME, ID_NUMBER, EMPLOYER or a profile field)
 */
public record RegistrationRule(List<Asked> fields, Set<String> locked, Legal legal) {

    public RegistrationRule {
        fields = List.copyOf(fields);
        locked = Set.copyOf(locked);
    }

    public record Asked(ProfileField field, String label, boolean required) {}
}
