package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.money.Amount;

/**
 * Measures of the inequality of n amounts, including amounts of 0. Without unit; 0 if all are the same; independent of
 * the order and the unit of the amounts. There is no figure if the sum is zero.
 */
public final class Inequality {

    private Inequality() {}

    /**
     * The Gini coefficient {@code Σ_i Σ_j |x_i − x_j| / (2 n² μ)}, with the mean μ: from 0 to (n − 1) / n, if one has
     * all.
     *
     * <p>After C. Gini, Variabilità e mutabilità (1912). Computed from the ordered amounts, {@code Σ (2i − n − 1) x_i /
     * (n Σx)}, which is the same: A. Sen, On Economic Inequality (1973).
     */
    public static Figure gini(Collection<Amount> amounts) {
        List<BigInteger> ascending = amounts.stream().sorted().map(Amount::fen).toList();
        int n = ascending.size();
        BigInteger weighted = BigInteger.ZERO;
        for (int i = 1; i <= n; i++) {
            weighted = weighted.add(ascending.get(i - 1).multiply(BigInteger.valueOf(2L * i - n - 1)));
        }
        return Figure.quotient(weighted, Exact.sum(amounts).multiply(BigInteger.valueOf(n)), Exact.SUM_IS_ZERO);
    }

    /**
     * The coefficient of variation {@code σ / μ}, with the population's standard deviation σ: from 0 to √(n − 1), if
     * one has all.
     *
     * <p>After K. Pearson, Regression, Heredity, and Panmixia, Philosophical Transactions A 187 (1896). Computed as
     * {@code √((n Σx² − (Σx)²) / (Σx)²)}, which is the same.
     */
    public static Figure coefficientOfVariation(Collection<Amount> amounts) {
        BigInteger sum = Exact.sum(amounts);
        if (sum.signum() == 0) {
            return Figure.none(Exact.SUM_IS_ZERO);
        }
        BigInteger square = sum.multiply(sum);
        BigInteger spread = BigInteger.valueOf(amounts.size())
                .multiply(Exact.sumOfSquares(amounts))
                .subtract(square);
        BigDecimal variation = Exact.rootOfQuotient(spread, square);
        return Figure.of(variation);
    }

    /** Theil's index of all amounts as one group: see {@link Theil}. */
    public static Figure theil(Collection<Amount> amounts) {
        return Theil.of(List.of(amounts)).total();
    }
}
