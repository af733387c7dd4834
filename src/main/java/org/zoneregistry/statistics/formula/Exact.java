package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import org.zoneregistry.money.Amount;

/** Shared by the formulas: whole numbers of fen, and roots to fifty digits. */
final class Exact {

    static final String SUM_IS_ZERO = "the sum is zero";

    /**
     * More digits than any figure needs, so that rounding this root to six digits gives the same as rounding the exact
     * root.
     */
    static final MathContext FIFTY_DIGITS = new MathContext(50);

    private static final MathContext WORKING = new MathContext(60);

    private Exact() {}

    static BigInteger sum(Collection<Amount> amounts) {
        return Amount.sum(amounts).fen();
    }

    static BigInteger sumOfSquares(Collection<Amount> amounts) {
        return amounts.stream()
                .map(amount -> amount.fen().multiply(amount.fen()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The square root of a quotient whose denominator is not zero. */
    static BigDecimal rootOfQuotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), WORKING)
                .sqrt(FIFTY_DIGITS);
    }

    /**
     * {@code (numerator / denominator) ^ (exponent / root)}; all four are more than zero. Newton's method begins with
     * the power in {@code double}, and each step doubles its sixteen correct digits.
     */
    static BigDecimal power(BigInteger numerator, BigInteger denominator, int exponent, int root) {
        BigDecimal quotient = new BigDecimal(numerator).divide(new BigDecimal(denominator), WORKING);
        BigDecimal target = quotient.pow(exponent, WORKING);
        BigDecimal degree = BigDecimal.valueOf(root);
        BigDecimal power = new BigDecimal(Math.pow(quotient.doubleValue(), (double) exponent / root));
        for (int step = 0; step < 4; step++) {
            BigDecimal other = target.divide(power.pow(root - 1, WORKING), WORKING);
            power = power.multiply(degree.subtract(BigDecimal.ONE)).add(other).divide(degree, WORKING);
        }
        return power.round(FIFTY_DIGITS);
    }
}
