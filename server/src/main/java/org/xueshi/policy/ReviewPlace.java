package org.xueshi.policy;

/** Who holds a level of review, seen from the person it is about. */
public enum ReviewPlace {
    /** 所在单位. */
    EMPLOYER("用人单位"),
    /** 单位的行业主管部门. */
    AUTHORITY("行业主管部门"),
    /** 单位的同级人社部门. */
    BUREAU("同级人社部门");

    private final String label;

    ReviewPlace(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
