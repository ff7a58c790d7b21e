package org.xueshi.declaration;

import jakarta.validation.constraints.NotNull;

/** A declaration that somebody looked at, as it was then: what moved on meanwhile is not decided on. */
record DeclarationSeen(@NotNull Long id, @NotNull Integer version) {}
