package org.xueshi.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Challenge}: the digits or the work.
 *
 * @param token the challenge's token
 * @param digits what the picture shows
 * @param work the number that was found
 */
public record ChallengeAnswer(
        @NotBlank @Size(max = 600) String token,
        @Nullable @Size(max = 10) String digits,
        @Nullable @Size(max = 20) String work) {}
