package org.xueshi.platform;

/** What somebody may be on the platform; each role has a workspace of its own. */
public enum Role {
    /** 专业技术人员 / 事业单位工作人员: earns hours. */
    LEARNER,
    /** 用人单位管理员. */
    EMPLOYER_ADMIN,
    /** 施教机构（继续教育基地）管理员. */
    INSTITUTION_ADMIN,
    /** 行业主管部门管理员. */
    AUTHORITY_ADMIN,
    /** 人社部门管理员, of a county, a city or the province. */
    BUREAU_ADMIN,
    /** 系统管理员: administrators and switches; sees no learner's business data. */
    SYSTEM_ADMIN,
    /** 安全管理员: grants. */
    SECURITY_ADMIN,
    /** 审计管理员: the audit trail. */
    AUDIT_ADMIN;

    /** Whether the role is held for an organization. */
    public boolean isOfOrganization() {
        return switch (this) {
            case EMPLOYER_ADMIN, INSTITUTION_ADMIN, AUTHORITY_ADMIN, BUREAU_ADMIN -> true;
            case LEARNER, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> false;
        };
    }
}
