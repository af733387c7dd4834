package org.zoneregistry.statistics.formula;

import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;
import org.zoneregistry.money.Amount;

/**
 * How the kinds of trade of one zone differ from those of another, or of all: from the amounts of each by kind. A
 * missing kind means 0. Without unit.
 */
public final class Specialisation {

    private static final String ONE_SUM_IS_ZERO = "one of the two sums is zero";

    private Specialisation() {}

    /**
     * The Krugman specialisation index {@code Σ_k |s_ak − s_bk|}, with the shares of the kinds in each: from 0, if they
     * are the same, to 2, if they have no kind in common. Symmetric.
     *
     * <p>After P. Krugman, Geography and Trade (1991).
     */
    public static <K> Figure krugman(Profile<K> a, Profile<K> b) {
        BigInteger differences = BigInteger.ZERO;
        for (Map.Entry<K, BigInteger> kind : a.amounts.entrySet()) {
            BigInteger inA = kind.getValue().multiply(b.sum);
            BigInteger inB = b.of(kind.getKey()).multiply(a.sum);
            differences = differences.add(inA.subtract(inB).abs());
        }
        for (Map.Entry<K, BigInteger> kind : b.amounts.entrySet()) {
            if (!a.amounts.containsKey(kind.getKey())) {
                differences = differences.add(kind.getValue().multiply(a.sum));
            }
        }
        return Figure.quotient(differences, a.sum.multiply(b.sum), ONE_SUM_IS_ZERO);
    }

    /**
     * The cosine similarity {@code Σ_k a_k b_k / (√Σa_k² √Σb_k²)} of the amounts, which is that of the shares: from 0,
     * if they have no kind in common, to 1, if their shares are the same. Symmetric.
     *
     * <p>After A. B. Jaffe, Technological Opportunity and Spillovers of R&amp;D, American Economic Review 76 (1986).
     */
    public static <K> Figure cosine(Profile<K> a, Profile<K> b) {
        BigInteger lengths = a.sumOfSquares.multiply(b.sumOfSquares);
        if (lengths.signum() == 0) {
            return Figure.none(ONE_SUM_IS_ZERO);
        }
        BigInteger product = BigInteger.ZERO;
        for (Map.Entry<K, BigInteger> kind : a.amounts.entrySet()) {
            product = product.add(kind.getValue().multiply(b.of(kind.getKey())));
        }
        return Figure.root(product.multiply(product), lengths);
    }

    /**
     * The location quotient {@code (x_zk / x_z) / (X_k / X)}: the share of a kind in one zone over its share in all.
     * From 0; 1 if the shares are the same; above 1 if the zone is specialised in the kind.
     *
     * <p>After P. S. Florence, Report on the Location of Industry (1939); for exports it is the revealed comparative
     * advantage of B. Balassa, Trade Liberalisation and “Revealed” Comparative Advantage, The Manchester School 33
     * (1965).
     *
     * @param kind of the kind, in the one zone
     * @param sum of all kinds, in the one zone
     * @param kindOfAll of the kind, in all zones
     * @param sumOfAll of all kinds, in all zones
     */
    public static Figure locationQuotient(Amount kind, Amount sum, Amount kindOfAll, Amount sumOfAll) {
        return Figure.quotient(
                kind.fen().multiply(sumOfAll.fen()),
                sum.fen().multiply(kindOfAll.fen()),
                sum.isZero() ? Exact.SUM_IS_ZERO : "there is nothing of the kind in all");
    }

    /** Amounts by kind, with values that every comparison of them needs. */
    public static final class Profile<K> {

        private final Map<K, BigInteger> amounts;
        private final BigInteger sum;
        private final BigInteger sumOfSquares;

        /** The profile of these amounts. */
        public Profile(Map<K, Amount> amounts) {
            this.amounts = amounts.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, kind -> kind.getValue().fen()));
            this.sum = Exact.sum(amounts.values());
            this.sumOfSquares = Exact.sumOfSquares(amounts.values());
        }

        private BigInteger of(K kind) {
            return amounts.getOrDefault(kind, BigInteger.ZERO);
        }
    }
}
