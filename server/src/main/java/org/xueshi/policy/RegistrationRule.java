package org.xueshi.policy;

import java.util.List;
import java.util.Set;

/**
 * What a registration asks and what may be changed later.
 *
 * @param fields the fields, in this order, with the pack's words
 * @param locked of the profile what its owner cannot change once he is registered; name, number and employer nobody can
 */
public record RegistrationRule(List<Asked> fields, Set<ProfileField> locked, Legal legal) {

    public RegistrationRule {
        fields = List.copyOf(fields);
        locked = Set.copyOf(locked);
    }

    public record Asked(ProfileField field, String label, boolean required) {}
}
