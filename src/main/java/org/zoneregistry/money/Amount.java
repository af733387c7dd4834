package org.zoneregistry.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/**
 * An exact sum of amounts in CNY, 0 or more, however large.
 *
 * @param fen in fen (1 yuan = 100 fen)
 */
public record Amount(BigInteger fen) implements Comparable<Amount> {

    /** Nothing. */
    public static final Amount ZERO = new Amount(BigInteger.ZERO);

    /** @throws IllegalArgumentException if the sum is negative */
    public Amount {
        if (fen.signum() < 0) {
            throw new IllegalArgumentException("A sum of amounts is not negative: " + fen + " fen.");
        }
    }

    /** A single amount. */
    public static Amount of(Money money) {
        return new Amount(BigInteger.valueOf(money.fen()));
    }

    /**
     * An amount in fen.
     *
     * @throws ArithmeticException if the number has a fraction
     */
    public static Amount ofFen(BigDecimal fen) {
        return new Amount(fen.toBigIntegerExact());
    }

    /** The sum of all amounts; {@link #ZERO} for none. */
    public static Amount sum(Collection<Amount> amounts) {
        return amounts.stream().reduce(ZERO, Amount::plus);
    }

    /** The sum of both. */
    public Amount plus(Amount other) {
        return new Amount(fen.add(other.fen));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if the other amount is larger
     */
    public Amount minus(Amount other) {
        return new Amount(fen.subtract(other.fen));
    }

    /** Whether the amount is 0. */
    public boolean isZero() {
        return fen.signum() == 0;
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws NumberFormatException if the text is not a number
     * @throws ArithmeticException if the number has more than two decimals
     */
    public static Amount parse(String yuan) {
        return ofFen(new BigDecimal(yuan).movePointRight(2));
    }

    /** The nearest {@code double}, in fen. For indices only, never for sums. */
    public double toDouble() {
        return fen.doubleValue();
    }

    /** The written form in yuan with exactly two decimals, such as {@code 198400000000.00}. */
    @Override
    public String toString() {
        return new BigDecimal(fen, 2).toPlainString();
    }

    @Override
    public int compareTo(Amount other) {
        return fen.compareTo(other.fen);
    }
}
