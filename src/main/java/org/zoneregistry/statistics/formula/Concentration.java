package org.zoneregistry.statistics.formula;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import org.zoneregistry.money.Amount;

/**
 * Measures of concentration, from the amounts of all holders: {@code s_i = x_i / Σx} are their shares. Without unit.
 * Holders with an amount of 0 make no difference. There is no figure if the sum is zero.
 */
public final class Concentration {

    private Concentration() {}

    /**
     * The Herfindahl-Hirschman index {@code Σ s_i²}: from 1/n, if all have the same, to 1, if one has all.
     *
     * <p>After A. O. Hirschman, National Power and the Structure of Foreign Trade (1945), and O. C. Herfindahl,
     * Concentration in the Steel Industry (1950). Competition authorities write it in percent squared: 10,000 times
     * this.
     */
    public static Figure herfindahlHirschman(Collection<Amount> parts) {
        BigInteger sum = Exact.sum(parts);
        return Figure.quotient(Exact.sumOfSquares(parts), sum.multiply(sum), Exact.SUM_IS_ZERO);
    }

    /**
     * The effective number {@code 1 / Σ s_i²}: the number of equal holders with the same concentration; from 1 to n.
     *
     * <p>After M. A. Adelman, Comment on the “H” Concentration Measure as a Numbers-Equivalent, Review of Economics and
     * Statistics 51 (1969).
     */
    public static Figure effectiveNumber(Collection<Amount> parts) {
        BigInteger sum = Exact.sum(parts);
        return Figure.quotient(sum.multiply(sum), Exact.sumOfSquares(parts), Exact.SUM_IS_ZERO);
    }

    /**
     * The concentration ratio CRn: the sum of the n largest shares; above 0, up to 1.
     *
     * <p>After J. S. Bain, Barriers to New Competition (1956).
     *
     * @param n how many of the largest; all if there are fewer
     */
    public static Figure ratio(int n, Collection<Amount> parts) {
        Amount largest = Amount.sum(
                parts.stream().sorted(Comparator.reverseOrder()).limit(n).toList());
        return Figure.quotient(largest.fen(), Exact.sum(parts), Exact.SUM_IS_ZERO);
    }
}
