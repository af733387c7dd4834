package org.zoneregistry.trade.write.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

class PublishAggregateDeciderTest {

    private static PublishedAggregate aggregate(String territory, @Nullable String imports, @Nullable String exports) {
        return new PublishedAggregate(
                AggregateSubject.ZONES,
                territory,
                Period.ofYear(2022),
                null,
                Money.parse("100"),
                imports == null ? null : Money.parse(imports),
                exports == null ? null : Money.parse(exports),
                "press conference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "CN-JS"})
    void accepts_a_figure_of_the_country_and_of_a_province(String territory) {
        var aggregate = aggregate(territory, "100", null);
        assertThat(accepted(PublishAggregateDecider.decide(new PublishAggregate(aggregate))))
                .containsExactly(new AggregatePublished(aggregate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN-XX", "cn", "JS", "DE"})
    void refuses_a_territory_that_there_is_not(String territory) {
        var command = new PublishAggregate(aggregate(territory, null, null));
        assertThat(refused(PublishAggregateDecider.decide(command)).code()).isEqualTo("unknown-province");
    }

    @Test
    void parts_need_not_add_up_but_none_is_more_than_the_total() {
        assertThat(aggregate("CN", "60", "60").imports()).isEqualTo(Money.parse("60"));
        assertThatThrownBy(() -> aggregate("CN", "100.01", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("import");
        assertThatThrownBy(() -> aggregate("CN", null, "100.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("export");
    }
}
