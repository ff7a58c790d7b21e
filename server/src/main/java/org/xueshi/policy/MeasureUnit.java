package org.xueshi.policy;

/** What is added up. */
public enum MeasureUnit {
    HOURS("学时"),
    DAYS("天");

    private final String label;

    MeasureUnit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
