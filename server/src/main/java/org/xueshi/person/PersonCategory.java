package org.xueshi.person;

/** 人员类别 (S1). */
public enum PersonCategory {
    /** 管理人员. */
    MANAGEMENT,
    /** 专业技术人员. */
    PROFESSIONAL,
    /** 工勤技能人员. */
    WORKER
}
