package org.xueshi.policy;

/**
 * What must be true of an item so that it counts at all: only the first three authors, no supplements, within three years of
 * graduation.
 *
 * @param must the condition
 * @param refusal the sentence that refuses what does not fulfil it
 */
public record Eligibility(Condition must, String refusal, Legal legal) {}
