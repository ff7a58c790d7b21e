package org.xueshi.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a pack says an item is worth.
 *
 * @param hours the figure; null when the pack has none, and reviewers decide
 * @param how how it came about, in Chinese
 * @param binding no more than this may be claimed; false while the figure is unverified, or there is none
 */
public record Proposal(@Nullable Hours hours, String how, boolean binding, Legal legal) {}
