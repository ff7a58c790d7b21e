package org.xueshi.organization;

/** 单位性质, as far as rules ask for it. */
public enum OrganizationNature {
    /** 事业单位. */
    PUBLIC_INSTITUTION,
    /** 企业. */
    ENTERPRISE,
    /** 其他. */
    OTHER
}
