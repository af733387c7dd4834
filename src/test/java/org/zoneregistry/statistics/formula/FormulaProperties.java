package org.zoneregistry.statistics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zoneregistry.statistics.formula.Amounts.doubles;
import static org.zoneregistry.statistics.formula.Amounts.kinds;
import static org.zoneregistry.statistics.formula.Amounts.longs;
import static org.zoneregistry.statistics.formula.Amounts.profile;
import static org.zoneregistry.statistics.formula.Amounts.yuan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.zoneregistry.money.Amount;

class FormulaProperties {

    /** Half a unit of the last digit for rounding, and the loss of the second computation in floating point. */
    private static final double TOLERANCE = 0.6e-6;

    private static final List<Function<Collection<Amount>, Figure>> OF_ALL = List.of(
            Concentration::herfindahlHirschman,
            Concentration::effectiveNumber,
            amounts -> Concentration.ratio(4, amounts),
            Inequality::theil,
            Inequality::gini,
            Inequality::coefficientOfVariation);

    @Property
    void no_figure_depends_on_the_order_or_on_the_unit(@ForAll("amounts") List<Long> yuan, @ForAll Random random) {
        var shuffled = new ArrayList<>(yuan);
        Collections.shuffle(shuffled, random);
        List<Long> scaled = yuan.stream().map(value -> value * 7).toList();
        for (var formula : OF_ALL) {
            Figure figure = formula.apply(Amounts.of(yuan));
            assertThat(formula.apply(Amounts.of(shuffled))).isEqualTo(figure);
            assertThat(value(formula.apply(Amounts.of(scaled)))).isEqualByComparingTo(value(figure));
        }
    }

    @Property
    void a_root_is_rounded_once_half_to_even(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long numerator,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long denominator) {
        BigDecimal exact = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(60))
                .sqrt(new MathContext(50));
        assertThat(Figure.root(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)))
                .isEqualTo(Figure.of(exact));
    }

    @Property
    void a_root_in_the_middle_is_rounded_to_even(@ForAll @LongRange(min = 0, max = 1_000_000_000) long micros) {
        // (2m + 1) / 2 millionths, squared
        BigInteger odd = BigInteger.valueOf(2 * micros + 1);
        Figure root = Figure.root(odd.multiply(odd), BigInteger.valueOf(4).multiply(BigInteger.TEN.pow(12)));
        assertThat(root).isEqualTo(Figure.of(new BigDecimal(odd).divide(new BigDecimal("2000000"))));
    }

    @Property
    void concentration_lies_in_its_range(@ForAll("amounts") List<Long> yuan) {
        List<Amount> amounts = Amounts.of(yuan);
        double n = yuan.size();

        assertThat(number(Concentration.herfindahlHirschman(amounts))).isBetween(1 / n - TOLERANCE, 1.0);
        assertThat(number(Concentration.effectiveNumber(amounts))).isBetween(1.0, n);
        assertThat(value(Concentration.ratio(yuan.size(), amounts))).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(number(Concentration.ratio(4, amounts)))
                .isGreaterThanOrEqualTo(number(Concentration.ratio(1, amounts)));
    }

    @Property
    void inequality_lies_in_its_range(@ForAll("amounts") List<Long> yuan) {
        List<Amount> amounts = Amounts.of(yuan);
        double n = yuan.size();

        assertThat(number(Inequality.gini(amounts))).isBetween(0.0, (n - 1) / n + TOLERANCE);
        assertThat(number(Inequality.theil(amounts))).isBetween(0.0, Math.log(n) + TOLERANCE);
        assertThat(number(Inequality.coefficientOfVariation(amounts))).isBetween(0.0, Math.sqrt(n - 1) + TOLERANCE);
    }

    @Property
    void there_is_no_inequality_among_equals(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long each,
            @ForAll @IntRange(min = 1, max = 50) int n) {
        List<Amount> equal = Collections.nCopies(n, yuan(each));

        assertThat(Inequality.gini(equal)).hasToString("0.000000");
        assertThat(Inequality.theil(equal)).hasToString("0.000000");
        assertThat(Inequality.coefficientOfVariation(equal)).hasToString("0.000000");
        assertThat(number(Concentration.effectiveNumber(equal))).isEqualTo(n);
    }

    @Property
    void giving_from_the_richest_to_the_poorest_makes_less_unequal(@ForAll("amounts") List<Long> yuan) {
        var fairer = new ArrayList<>(yuan);
        Collections.sort(fairer);
        long gift = (fairer.getLast() - fairer.getFirst()) / 2;
        Assume.that(gift > 0);
        fairer.set(0, fairer.getFirst() + gift);
        fairer.set(fairer.size() - 1, fairer.getLast() - gift);

        for (var formula : OF_ALL.subList(3, 6)) {
            assertThat(number(formula.apply(Amounts.of(fairer))))
                    .isLessThanOrEqualTo(number(formula.apply(Amounts.of(yuan))));
        }
    }

    @Property
    void theils_parts_add_up_to_the_last_digit_and_neither_is_negative(@ForAll("groups") List<List<Long>> groups) {
        Theil theil = Theil.of(Amounts.groups(groups));

        assertThat(value(theil.between()).add(value(theil.within()))).isEqualTo(value(theil.total()));
        assertThat(value(theil.between())).isNotNegative();
        assertThat(value(theil.within())).isNotNegative();
    }

    @Property
    void theil_does_not_depend_on_how_it_is_taken_apart(@ForAll("groups") List<List<Long>> groups) {
        List<Amount> all =
                Amounts.groups(groups).stream().flatMap(Collection::stream).toList();
        Theil apart = Theil.of(all.stream().map(List::of).toList());

        assertThat(Theil.of(Amounts.groups(groups)).total()).isEqualTo(Inequality.theil(all));
        assertThat(apart.within()).hasToString("0.000000");
        assertThat(Theil.of(List.of(all)).between()).hasToString("0.000000");
    }

    @Property
    void specialisation_is_symmetric_and_lies_in_its_range(
            @ForAll("byKind") List<Long> a, @ForAll("byKind") List<Long> b) {
        var one = profile(kinds(longs(a)));
        var other = profile(kinds(longs(b)));

        assertThat(Specialisation.krugman(one, other)).isEqualTo(Specialisation.krugman(other, one));
        assertThat(Specialisation.cosine(one, other)).isEqualTo(Specialisation.cosine(other, one));
        assertThat(number(Specialisation.krugman(one, other))).isBetween(0.0, 2.0);
        assertThat(number(Specialisation.cosine(one, other))).isBetween(0.0, 1.0);
        assertThat(Specialisation.krugman(one, one)).hasToString("0.000000");
        assertThat(Specialisation.cosine(one, one)).hasToString("1.000000");
    }

    @Property
    void of_what_does_as_all_do_the_location_quotient_is_one(
            @ForAll @LongRange(min = 1, max = 1_000_000) long kind,
            @ForAll @LongRange(min = 1, max = 1_000_000) long rest) {
        assertThat(Specialisation.locationQuotient(
                        yuan(kind), yuan(kind + rest), yuan(kind * 13), yuan((kind + rest) * 13)))
                .hasToString("1.000000");
    }

    @Property
    void growing_at_the_compound_rate_leads_there(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long base,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long later,
            @ForAll @IntRange(min = 1, max = 360) int months) {
        double multiple = (double) later / base;
        double expected = Math.pow(multiple, 12.0 / months) - 1;
        Assume.that(expected < 1e12);

        assertThat(number(Growth.compoundAnnual(yuan(base), yuan(later), months)))
                .isCloseTo(expected, within(TOLERANCE + expected * 1e-12));
        assertThat(Growth.compoundAnnual(yuan(base), yuan(later), 12)).isEqualTo(Growth.rate(yuan(base), yuan(later)));
    }

    @Property
    void figures_are_what_a_second_computation_makes(@ForAll("amounts") List<Long> yuan) {
        List<Amount> amounts = Amounts.of(yuan);
        double[] x = doubles(yuan);

        assertClose(Concentration.herfindahlHirschman(amounts), NaiveFormulas.hhi(x));
        assertClose(Concentration.effectiveNumber(amounts), 1 / NaiveFormulas.hhi(x));
        assertClose(Concentration.ratio(4, amounts), NaiveFormulas.largest(4, x));
        assertClose(Inequality.theil(amounts), NaiveFormulas.theil(x));
        assertClose(Inequality.gini(amounts), NaiveFormulas.gini(x));
        assertClose(Inequality.coefficientOfVariation(amounts), NaiveFormulas.variation(x));
    }

    @Property
    void theils_parts_are_what_a_second_computation_makes(@ForAll("groups") List<List<Long>> groups) {
        Theil theil = Theil.of(Amounts.groups(groups));
        List<double[]> x = groups.stream().map(Amounts::doubles).toList();

        assertClose(theil.total(), NaiveFormulas.theil(Amounts.flat(x)));
        assertClose(theil.between(), NaiveFormulas.theilBetween(x));
        assertThat(number(theil.within())).isCloseTo(NaiveFormulas.theilWithin(x), within(2 * TOLERANCE));
    }

    @Property
    void similarities_are_what_a_second_computation_makes(
            @ForAll("byKind") List<Long> a, @ForAll("byKind") List<Long> b) {
        assertClose(
                Specialisation.krugman(profile(kinds(longs(a))), profile(kinds(longs(b)))),
                NaiveFormulas.krugman(doubles(a), doubles(b)));
        assertClose(
                Specialisation.cosine(profile(kinds(longs(a))), profile(kinds(longs(b)))),
                NaiveFormulas.cosine(doubles(a), doubles(b)));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return anyYuan().list().ofMinSize(1).ofMaxSize(40).filter(FormulaProperties::isSomething);
    }

    @Provide
    Arbitrary<List<List<Long>>> groups() {
        return anyYuan()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .filter(groups -> groups.stream().anyMatch(FormulaProperties::isSomething));
    }

    @Provide
    Arbitrary<List<Long>> byKind() {
        return anyYuan().list().ofSize(5).filter(FormulaProperties::isSomething);
    }

    /** Often 0, often small, sometimes as large as a country's trade. */
    private static Arbitrary<Long> anyYuan() {
        return Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.longs().between(1, 100),
                Arbitraries.longs().between(1, 42_000_000_000_000L));
    }

    private static boolean isSomething(List<Long> yuan) {
        return yuan.stream().anyMatch(value -> value > 0);
    }

    private static void assertClose(Figure figure, double expected) {
        assertThat(number(figure)).isCloseTo(expected, within(TOLERANCE));
    }

    private static BigDecimal value(Figure figure) {
        return Objects.requireNonNull(figure.value());
    }

    private static double number(Figure figure) {
        return value(figure).doubleValue();
    }
}
