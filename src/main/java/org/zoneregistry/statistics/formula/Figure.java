package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a formula: a number without unit, or the reason why there is none. If a denominator is zero or unknown
 * there is no number; the result is then neither 0 nor an error.
 *
 * @param value rounded half-even to {@value #DIGITS} digits; {@code null} if there is none
 * @param reason why there is none; {@code null} if there is one
 */
public record Figure(@Nullable BigDecimal value, @Nullable String reason) {

    /** The number of decimal digits of a figure. */
    public static final int DIGITS = 6;

    /** @throws IllegalArgumentException unless there is either a value, of {@value #DIGITS} digits, or a reason */
    public Figure {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("A figure has either a value or a reason why it has none.");
        }
        if (value != null && value.scale() != DIGITS) {
            throw new IllegalArgumentException("A figure has " + DIGITS + " digits, unlike " + value + ".");
        }
    }

    /** No number, with the reason. */
    public static Figure none(String reason) {
        return new Figure(null, reason);
    }

    /** The number, rounded. */
    public static Figure of(BigDecimal exact) {
        return new Figure(exact.setScale(DIGITS, RoundingMode.HALF_EVEN), null);
    }

    /** The number, rounded. */
    static Figure of(double computed) {
        return of(new BigDecimal(computed));
    }

    /**
     * The quotient, rounded once.
     *
     * @param reason the reason if the denominator is zero
     */
    static Figure quotient(BigDecimal numerator, BigDecimal denominator, String reason) {
        return denominator.signum() == 0
                ? none(reason)
                : new Figure(numerator.divide(denominator, DIGITS, RoundingMode.HALF_EVEN), null);
    }

    /** The same for whole numbers. */
    static Figure quotient(BigInteger numerator, BigInteger denominator, String reason) {
        return quotient(new BigDecimal(numerator), new BigDecimal(denominator), reason);
    }

    /** The square root of a non-negative quotient, rounded once. */
    static Figure root(BigInteger numerator, BigInteger denominator) {
        BigInteger scaled = numerator.multiply(BigInteger.TEN.pow(2 * DIGITS));
        BigInteger down = scaled.divide(denominator).sqrt();
        BigInteger middle = down.shiftLeft(1).add(BigInteger.ONE);
        int side = scaled.shiftLeft(2).compareTo(middle.multiply(middle).multiply(denominator));
        boolean isUp = side > 0 || (side == 0 && down.testBit(0));
        return new Figure(new BigDecimal(isUp ? down.add(BigInteger.ONE) : down, DIGITS), null);
    }

    /** The mean of the figures that have a number; none if there are none. */
    public static Figure mean(Collection<Figure> figures) {
        List<BigDecimal> values =
                figures.stream().map(Figure::value).filter(Objects::nonNull).toList();
        return quotient(
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.valueOf(values.size()),
                "there is nothing to take the mean of");
    }

    /** Whether there is a number above the threshold. */
    public boolean isAbove(BigDecimal threshold) {
        return value != null && value.compareTo(threshold) > 0;
    }

    /** Whether there is a number below the threshold. */
    public boolean isBelow(BigDecimal threshold) {
        return value != null && value.compareTo(threshold) < 0;
    }

    /** The written form, such as {@code 0.934132}, or the reason. */
    @Override
    public String toString() {
        return value == null ? "none: " + reason : value.toPlainString();
    }
}
