package org.zoneregistry.statistics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.statistics.formula.Amounts.kinds;
import static org.zoneregistry.statistics.formula.Amounts.profile;
import static org.zoneregistry.statistics.formula.Amounts.yuan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.money.Amount;

class NoFigureTest {

    static Stream<Figure> withoutDenominator() {
        List<Amount> nothing = Amounts.of(0, 0);
        List<Amount> none = List.of();
        return Stream.of(
                Share.of(yuan(1), yuan(0)),
                Share.of(yuan(1), null),
                Share.of(0, 0),
                Concentration.herfindahlHirschman(nothing),
                Concentration.herfindahlHirschman(none),
                Concentration.effectiveNumber(nothing),
                Concentration.ratio(4, none),
                Inequality.gini(nothing),
                Inequality.gini(none),
                Inequality.theil(nothing),
                Inequality.theil(none),
                Theil.of(List.of(nothing)).within(),
                Theil.of(List.of()).between(),
                Inequality.coefficientOfVariation(nothing),
                Inequality.coefficientOfVariation(none),
                Specialisation.krugman(profile(kinds(1)), profile(kinds(0))),
                Specialisation.krugman(profile(Map.of()), profile(kinds(1))),
                Specialisation.cosine(profile(kinds(1)), profile(kinds(0))),
                Specialisation.cosine(profile(Map.of()), profile(kinds(1))),
                Specialisation.locationQuotient(yuan(0), yuan(0), yuan(1), yuan(1)),
                Specialisation.locationQuotient(yuan(0), yuan(1), yuan(0), yuan(1)),
                Growth.rate(yuan(0), yuan(1)),
                Growth.rate(null, yuan(1)),
                Growth.multiple(yuan(0), yuan(1)),
                Growth.multiple(null, yuan(1)),
                Growth.compoundAnnual(yuan(0), yuan(1), 12),
                Growth.compoundAnnual(null, yuan(1), 12),
                Growth.compoundAnnual(yuan(1), yuan(1), 0));
    }

    @ParameterizedTest
    @MethodSource("withoutDenominator")
    void where_there_is_no_denominator_there_is_a_reason_and_no_number(Figure figure) {
        assertThat(figure.value()).isNull();
        assertThat(figure.reason()).isNotBlank();
    }

    @Test
    void a_figure_has_either_a_number_of_six_digits_or_a_reason() {
        assertThatThrownBy(() -> new Figure(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figure(new BigDecimal("1.000000"), "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figure(BigDecimal.ONE, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
