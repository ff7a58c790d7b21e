package org.xueshi.policy;

/** Whether something was learned online or face to face: some rules ask for so much of one. */
public enum LearningMode {
    ONLINE,
    OFFLINE
}
