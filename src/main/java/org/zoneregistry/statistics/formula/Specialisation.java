package org.zoneregistry.statistics.formula;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zoneregistry.money.Amount;

/**
 * How what one does differs from what another does, or all do: from the amounts of each by kind. A kind that is not in a
 * map is one of which there is nothing. Without unit.
 */
public final class Specialisation {

    private static final String ONE_DOES_NOTHING = "one of the two sums is zero";

    private Specialisation() {}

    /**
     * The Krugman specialisation index {@code Σ_k |s_ak − s_bk|}, with the shares of the kinds in either: from 0, where they
     * are the same, to 2, where they have no kind in common. Symmetric.
     *
     * <p>After P. Krugman, Geography and Trade (1991).
     */
    public static <K> Figure krugman(Map<K, Amount> a, Map<K, Amount> b) {
        BigInteger sumA = Exact.sum(a.values());
        BigInteger sumB = Exact.sum(b.values());
        BigInteger differences = BigInteger.ZERO;
        for (K kind : kinds(a, b)) {
            BigInteger inA = of(a, kind).multiply(sumB);
            BigInteger inB = of(b, kind).multiply(sumA);
            differences = differences.add(inA.subtract(inB).abs());
        }
        return Figure.quotient(differences, sumA.multiply(sumB), ONE_DOES_NOTHING);
    }

    /**
     * The cosine similarity {@code Σ_k a_k b_k / (√Σa_k² √Σb_k²)} of the amounts, which is that of the shares: from 0, where
     * they have no kind in common, to 1, where their shares are the same. Symmetric.
     *
     * <p>After A. B. Jaffe, Technological Opportunity and Spillovers of R&amp;D, American Economic Review 76 (1986).
     */
    public static <K> Figure cosine(Map<K, Amount> a, Map<K, Amount> b) {
        BigInteger lengths = Exact.sumOfSquares(a.values()).multiply(Exact.sumOfSquares(b.values()));
        if (lengths.signum() == 0) {
            return Figure.none(ONE_DOES_NOTHING);
        }
        BigInteger product = BigInteger.ZERO;
        for (K kind : kinds(a, b)) {
            product = product.add(of(a, kind).multiply(of(b, kind)));
        }
        return Figure.of(Exact.rootOfQuotient(product.multiply(product), lengths));
    }

    /**
     * The location quotient {@code (x_zk / x_z) / (X_k / X)}: what share a kind has in one, over what it has in all; from 0,
     * 1 where they are the same, and above where the one is specialised in it.
     *
     * <p>After P. S. Florence, Report on the Location of Industry (1939); of exports it is the revealed comparative
     * advantage of B. Balassa, Trade Liberalisation and “Revealed” Comparative Advantage, The Manchester School 33 (1965).
     *
     * @param kind of the kind, in the one
     * @param sum of all kinds, in the one
     * @param kindOfAll of the kind, in all
     * @param sumOfAll of all kinds, in all
     */
    public static Figure locationQuotient(Amount kind, Amount sum, Amount kindOfAll, Amount sumOfAll) {
        return Figure.quotient(
                kind.fen().multiply(sumOfAll.fen()),
                sum.fen().multiply(kindOfAll.fen()),
                sum.isZero() ? Exact.SUM_IS_ZERO : "there is nothing of the kind in all");
    }

    private static <K> Set<K> kinds(Map<K, Amount> a, Map<K, Amount> b) {
        var kinds = new HashSet<>(a.keySet());
        kinds.addAll(b.keySet());
        return kinds;
    }

    private static <K> BigInteger of(Map<K, Amount> amounts, K kind) {
        return amounts.getOrDefault(kind, Amount.ZERO).fen();
    }
}
