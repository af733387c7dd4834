package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * Theil's index of inequality T, {@code (1/n) Σ (x_i/μ) ln(x_i/μ)} with {@code 0 ln 0 = 0}, and its parts between
 * groups and within them. In nats; from 0 to ln n, if one has all.
 *
 * <p>Between: {@code Σ S_g ln(S_g / (n_g/n))}; within: {@code Σ S_g T_g}; where S_g is a group's share of the sum, n_g
 * the number of its members, and T_g its own index. The written parts add up to the written total exactly: the part
 * within is the total less the part between, so its last digit may be off by one.
 *
 * <p>After H. Theil, Economics and Information Theory (1967); the decomposition after A. F. Shorrocks, The Class of
 * Additively Decomposable Inequality Measures, Econometrica 48 (1980).
 */
public record Theil(Figure total, Figure between, Figure within) {

    /** The index of all amounts, decomposed by groups; without figures if the sum is zero. */
    public static Theil of(Collection<? extends Collection<Amount>> groups) {
        List<Amount> all = groups.stream().flatMap(Collection::stream).toList();
        Amount sum = Amount.sum(all);
        if (sum.isZero()) {
            Figure none = Figure.none(Exact.SUM_IS_ZERO);
            return new Theil(none, none, none);
        }
        int n = all.size();
        double total = sum(all.stream().mapToDouble(amount -> term(amount, sum, 1, n)));
        double between = sum(groups.stream()
                .filter(group -> !group.isEmpty())
                .mapToDouble(group -> term(Amount.sum(group), sum, group.size(), n)));
        Figure whole = Figure.of(total);
        Figure apart = Figure.of(Math.min(between, total));
        return new Theil(whole, apart, left(whole.value(), apart.value()));
    }

    /** {@code s ln(s / (members/n))}, with the share s. */
    private static double term(Amount part, Amount sum, int members, int n) {
        if (part.isZero()) {
            return 0;
        }
        double share = part.toDouble() / sum.toDouble();
        return share * Math.log(share * n / members);
    }

    /** Adds in ascending order, so that the same terms always have the same sum. */
    private static double sum(DoubleStream terms) {
        return terms.sorted().sum();
    }

    private static Figure left(@Nullable BigDecimal whole, @Nullable BigDecimal part) {
        return whole == null || part == null ? Figure.none(Exact.SUM_IS_ZERO) : Figure.of(whole.subtract(part));
    }
}
