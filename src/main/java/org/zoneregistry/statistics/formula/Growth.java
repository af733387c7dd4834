package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * The growth of an amount since an earlier one. Without unit. There is no figure if the earlier amount is zero or
 * unknown.
 */
public final class Growth {

    private static final String BASE_IS_ZERO = "the earlier amount is zero";
    private static final String BASE_IS_UNKNOWN = "the earlier amount is unknown";
    private static final int YEAR = 12;

    private Growth() {}

    /** The rate {@code x_t / x_{t−1} − 1}: −1 if nothing is left; 0 if it is the same. */
    public static Figure rate(@Nullable Amount earlier, Amount later) {
        return earlier == null
                ? Figure.none(BASE_IS_UNKNOWN)
                : Figure.quotient(later.fen().subtract(earlier.fen()), earlier.fen(), BASE_IS_ZERO);
    }

    /** The multiple {@code x_t / x_s}: 2 if it has doubled. */
    public static Figure multiple(@Nullable Amount base, Amount later) {
        return base == null ? Figure.none(BASE_IS_UNKNOWN) : Figure.quotient(later.fen(), base.fen(), BASE_IS_ZERO);
    }

    /**
     * The compound annual growth rate {@code (x_t / x_s)^{1/(t−s)} − 1}: the constant yearly rate with the same result.
     *
     * @param months from s to t, more than 0: twelve for each year
     */
    public static Figure compoundAnnual(@Nullable Amount base, Amount later, int months) {
        if (months <= 0) {
            return Figure.none("there is no time between the amounts");
        }
        if (base == null) {
            return Figure.none(BASE_IS_UNKNOWN);
        }
        if (base.isZero()) {
            return Figure.none(BASE_IS_ZERO);
        }
        if (later.isZero()) {
            return Figure.of(BigDecimal.ONE.negate());
        }
        int common = BigInteger.valueOf(months).gcd(BigInteger.valueOf(YEAR)).intValue();
        BigDecimal factor = Exact.power(later.fen(), base.fen(), YEAR / common, months / common);
        return Figure.of(factor.subtract(BigDecimal.ONE));
    }
}
