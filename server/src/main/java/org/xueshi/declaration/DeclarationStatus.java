package org.xueshi.declaration;

/** Where a declaration stands. */
enum DeclarationStatus {
    /** 待提交. */
    DRAFT,
    /** 待审核. */
    SUBMITTED,
    /** 审核通过. */
    ACCEPTED,
    /** 审核不通过. */
    SENT_BACK,
    /** Deleted by its owner; kept for the audit trail. */
    DELETED
}
