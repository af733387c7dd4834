package org.zoneregistry.statistics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.statistics.formula.Amounts.kinds;
import static org.zoneregistry.statistics.formula.Amounts.profile;
import static org.zoneregistry.statistics.formula.Amounts.yuan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zoneregistry.money.Amount;

class WorkedExamplesTest {

    /** The press conference of 20 March 2023: 156 of 167 zones are comprehensive. */
    @Test
    void a_share_of_zones_as_it_was_published() {
        assertThat(Share.of(156, 167)).hasToString("0.934132");
    }

    /** The same: 8.4 trillion yuan, of 42.07 trillion as the customs published them, are about 20 %. */
    @Test
    void a_share_of_trade_as_it_was_published() {
        assertThat(Share.of(yuan(8_400_000_000_000L), yuan(42_070_000_000_000L)))
                .hasToString("0.199667");
    }

    /** By hand: 1/3 and 2/3. */
    @Test
    void shares_of_all_parts() {
        assertThat(Share.of(yuan(1), yuan(3))).isEqualTo(Figure.of(new BigDecimal("0.333333")));
        assertThat(Share.of(yuan(2), yuan(3))).isEqualTo(Figure.of(new BigDecimal("0.666667")));
    }

    /**
     * The example of the Horizontal Merger Guidelines (US Department of Justice, 2010, § 5.3): 30, 30, 20, 20 % are
     * 2,600.
     */
    @Test
    void the_herfindahl_index_of_the_merger_guidelines() {
        assertThat(Concentration.herfindahlHirschman(Amounts.of(30, 30, 20, 20)))
                .hasToString("0.260000");
        // by hand: 1 / 0.26
        assertThat(Concentration.effectiveNumber(Amounts.of(30, 30, 20, 20))).hasToString("3.846154");
    }

    /** By hand: 40 + 25 + 15 + 10 of 100. */
    @Test
    void concentration_ratios() {
        assertThat(Concentration.ratio(1, Amounts.of(10, 40, 5, 25, 15, 5))).hasToString("0.400000");
        assertThat(Concentration.ratio(4, Amounts.of(10, 40, 5, 25, 15, 5))).hasToString("0.900000");
        assertThat(Concentration.ratio(4, Amounts.of(3, 1))).hasToString("1.000000");
    }

    /** By hand: if one of two has all, ln 2; the same of four and of a hundred. */
    @Test
    void theil_where_one_has_all_is_the_logarithm_of_their_number() {
        assertThat(Inequality.theil(Amounts.of(0, 7))).hasToString("0.693147");
        assertThat(Inequality.theil(Amounts.of(0, 0, 7, 0))).hasToString("1.386294");
    }

    /**
     * By hand, groups (1, 3) and (4, 8): shares 1/16, 3/16, 4/16, 8/16 of 16, groups 4/16 and 12/16. Total ¹⁄₁₆ ln ¼ +
     * ³⁄₁₆ ln ¾ + ¼ ln 1 + ½ ln 2 = 0.205990; between ¼ ln ½ + ¾ ln ³⁄₂ = 0.130812; within ¼ (¼ ln ½ + ¾ ln ³⁄₂) + ¾ (⅓
     * ln ⅔ + ⅔ ln ⁴⁄₃) = 0.075178.
     */
    @Test
    void theil_between_and_within() {
        Theil theil = Theil.of(List.of(Amounts.of(1, 3), Amounts.of(4, 8)));

        assertThat(theil.total()).hasToString("0.205990");
        assertThat(theil.between()).hasToString("0.130812");
        assertThat(theil.within()).hasToString("0.075178");
    }

    /** By hand: of 1 … 5, the differences of all ordered pairs sum to 40; 40 / (2 · 25 · 3). */
    @Test
    void gini_of_one_to_five() {
        assertThat(Inequality.gini(Amounts.of(4, 1, 3, 5, 2))).hasToString("0.266667");
        assertThat(Inequality.gini(Amounts.of(0, 0, 0, 9))).hasToString("0.750000");
    }

    /** The textbook example of a population's standard deviation: of 2, 4, 4, 4, 5, 5, 7, 9 it is 2, their mean 5. */
    @Test
    void the_coefficient_of_variation_is_of_the_population() {
        assertThat(Inequality.coefficientOfVariation(Amounts.of(2, 4, 4, 4, 5, 5, 7, 9)))
                .hasToString("0.400000");
    }

    /** By hand: shares 0.5, 0.5, 0 and 0.25, 0.25, 0.5 differ by 0.25 + 0.25 + 0.5. */
    @Test
    void krugman_by_hand() {
        assertThat(Specialisation.krugman(profile(kinds(5, 5)), profile(kinds(1, 1, 2))))
                .hasToString("1.000000");
        assertThat(Specialisation.krugman(profile(Map.of("x", yuan(3))), profile(Map.of("y", yuan(8)))))
                .hasToString("2.000000");
    }

    /** By hand: (3, 4) and (4, 3): 24 / 25. */
    @Test
    void cosine_by_hand() {
        assertThat(Specialisation.cosine(profile(kinds(3, 4)), profile(kinds(4, 3))))
                .hasToString("0.960000");
        assertThat(Specialisation.cosine(profile(kinds(3, 4)), profile(kinds(300, 400))))
                .hasToString("1.000000");
        assertThat(Specialisation.cosine(profile(kinds(3)), profile(kinds(0, 4))))
                .hasToString("0.000000");
    }

    /** By hand: a fifth of the zone's trade, a tenth of all trade. */
    @Test
    void a_location_quotient_by_hand() {
        assertThat(Specialisation.locationQuotient(yuan(20), yuan(100), yuan(100), yuan(1000)))
                .hasToString("2.000000");
    }

    /** The press conference: bonded maintenance was 198.4 billion yuan, up 32.7 %; so it was 149.5 billion before. */
    @Test
    void a_rate_as_it_was_published() {
        assertThat(Growth.rate(yuan(149_500_000_000L), yuan(198_400_000_000L))).hasToString("0.327090");
        assertThat(Growth.rate(yuan(100), yuan(0))).hasToString("-1.000000");
        assertThat(Growth.multiple(yuan(4), yuan(9))).hasToString("2.250000");
    }

    /** By hand: 10 % twice make 21 %; 10 % in a month make 1.1¹² in a year; a doubling in ten years, ¹⁰√2. */
    @Test
    void compound_annual_growth() {
        assertThat(Growth.compoundAnnual(yuan(100), yuan(121), 24)).hasToString("0.100000");
        assertThat(Growth.compoundAnnual(yuan(10), yuan(11), 1)).hasToString("2.138428");
        assertThat(Growth.compoundAnnual(yuan(1), yuan(2), 120)).hasToString("0.071773");
        assertThat(Growth.compoundAnnual(yuan(1), yuan(0), 12)).hasToString("-1.000000");
    }

    /** By hand: 0.0000005 and 0.0000015 lie half-way between two figures. */
    @Test
    void half_a_digit_goes_to_the_even_one() {
        assertThat(Share.of(5, 10_000_000)).hasToString("0.000000");
        assertThat(Share.of(15, 10_000_000)).hasToString("0.000002");
        // the square of 1.0000005 is the growth in two years
        assertThat(Growth.compoundAnnual(yuan(100_000_000_000_000L), yuan(100_000_100_000_025L), 24))
                .hasToString("0.000000");
    }

    @Test
    void sums_that_no_double_holds_are_exact() {
        Amount large = new Amount(new BigInteger("90071992547409930000000"));
        Amount larger = new Amount(large.fen().multiply(BigInteger.TWO).add(BigInteger.ONE));

        assertThat(Concentration.herfindahlHirschman(List.of(large, large))).hasToString("0.500000");
        assertThat(Growth.multiple(large, larger)).hasToString("2.000000");
    }
}
