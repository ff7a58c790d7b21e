package org.xueshi.policy;

/** What a field of a learning form takes. All values travel as text; this says how it is read. */
public enum FieldType {
    /** One line. */
    TEXT,
    /** Several lines. */
    PARAGRAPH,
    /** A decimal number: {@code 12}, {@code 1.5}. */
    NUMBER,
    /** A day: {@code 2026-03-01}. */
    DATE,
    /** From a day to a day: {@code 2026-03-01/2026-03-05}. */
    PERIOD,
    /** One of the field's options, by its code. */
    CHOICE
}
