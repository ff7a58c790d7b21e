package org.xueshi.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of 学时 with one decimal ({@code 45.5}, S3), held exactly as tenths. In JSON a number.
 *
 * @param tenths the amount times ten; negative only in reversals
 */
public record Hours(long tenths) implements Comparable<Hours> {

    public static final Hours ZERO = new Hours(0);

    /** @throws ArithmeticException when there is more than one decimal */
    @JsonCreator
    public static Hours of(BigDecimal amount) {
        return new Hours(
                amount.setScale(1, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    public static Hours of(long whole) {
        return new Hours(Math.multiplyExact(whole, 10));
    }

    public static Hours of(String amount) {
        return of(new BigDecimal(amount));
    }

    @JsonValue
    public BigDecimal amount() {
        return BigDecimal.valueOf(tenths, 1);
    }

    public Hours plus(Hours other) {
        return new Hours(Math.addExact(tenths, other.tenths));
    }

    public Hours minus(Hours other) {
        return new Hours(Math.subtractExact(tenths, other.tenths));
    }

    public Hours negated() {
        return new Hours(Math.negateExact(tenths));
    }

    public boolean isPositive() {
        return tenths > 0;
    }

    /** The next smaller multiple of a step: 3.7 in steps of 0.5 is 3.5. */
    public Hours roundedDownTo(Hours step) {
        return new Hours(Math.floorDiv(tenths, step.tenths) * step.tenths);
    }

    public boolean isMultipleOf(Hours step) {
        return tenths % step.tenths == 0;
    }

    @Override
    public int compareTo(Hours other) {
        return Long.compare(tenths, other.tenths);
    }

    /** As people write it: {@code 90}, {@code 45.5}. */
    @Override
    public String toString() {
        return amount().stripTrailingZeros().toPlainString();
    }
}
