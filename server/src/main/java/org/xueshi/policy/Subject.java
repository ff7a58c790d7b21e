package org.xueshi.policy;

import java.util.Set;

/**
 * A part of what must be learned.
 *
 * @param code {@code GENERAL} 公需/公共科目, {@code PROFESSIONAL} 专业科目, or what else a pack needs
 * @param name the pack's word
 * @param declarers who may declare hours of it
 * @param hint what the learner and the reviewer should know about its content
 */
public record Subject(String code, String name, Set<Declarer> declarers, String hint, Legal legal) {

    public Subject {
        declarers = Set.copyOf(declarers);
    }
}
