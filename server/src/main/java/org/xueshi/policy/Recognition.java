package org.xueshi.policy;

import java.util.Map;
import java.util.Optional;

/**
 * 学时互认: another scheme's hours that count here.
 *
 * @param scheme the other scheme
 * @param subjects the other scheme's subject codes and under which of ours they count
 */
public record Recognition(String scheme, Map<String, String> subjects, Legal legal) {

    public Recognition {
        subjects = Map.copyOf(subjects);
    }

    Optional<String> ownSubject(String foreign) {
        return Optional.ofNullable(subjects.get(foreign));
    }
}
