package org.xueshi.person;

/** Where a registration stands. */
public enum PersonStatus {
    /** 待审核. */
    PENDING,
    /** 审核通过. */
    ACTIVE,
    /** 审核不通过. */
    SENT_BACK,
    /** 已撤回. */
    WITHDRAWN
}
