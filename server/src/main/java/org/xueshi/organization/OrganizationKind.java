package org.xueshi.organization;

/** What an organization is; it may be several things at once. */
public enum OrganizationKind {
    /** 用人单位. */
    EMPLOYER,
    /** 施教机构，继续教育基地. */
    INSTITUTION,
    /** 行业主管部门. */
    AUTHORITY,
    /** 人社部门. */
    BUREAU
}
