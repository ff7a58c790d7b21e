package org.xueshi.reference;

/** The three levels of administrative divisions that have a code in GB/T 2260. */
public enum RegionLevel {
    PROVINCE(2),
    PREFECTURE(4),
    COUNTY(6);

    private final int digits;

    RegionLevel(int digits) {
        this.digits = digits;
    }

    /** How many digits of a code are significant at this level. */
    int digits() {
        return digits;
    }
}
