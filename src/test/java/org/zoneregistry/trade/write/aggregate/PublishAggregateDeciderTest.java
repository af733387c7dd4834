package org.zoneregistry.trade.write.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.alreadyRecorded;
import static org.zoneregistry.trade.write.TradeScenario.refused;
import static org.zoneregistry.zone.write.ZoneScenario.id;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.decision.BrokenMember;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.AggregateWithdrawn;
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
        assertThat(accepted(
                        PublishAggregateDecider.decide(AggregateState.UNPUBLISHED, new PublishAggregate(aggregate))))
                .containsExactly(new AggregatePublished(aggregate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN-XX", "cn", "JS", "DE"})
    void refuses_an_unknown_territory(String territory) {
        var command = new PublishAggregate(aggregate(territory, null, null));
        assertThat(refused(PublishAggregateDecider.decide(AggregateState.UNPUBLISHED, command))
                        .code())
                .isEqualTo("unknown-province");
    }

    private static AggregateState after(AggregateEvent... events) {
        var state = AggregateState.UNPUBLISHED;
        for (int i = 0; i < events.length; i++) {
            state = state.evolve(new RecordedEvent<>(id(i + 1), i + 1, Instant.EPOCH, events[i]));
        }
        return state;
    }

    @Test
    void the_same_figure_again_was_recorded_before_and_another_revises_it() {
        var first = aggregate("CN", "60", null);
        var second = aggregate("CN", "70", null);
        var state = after(new AggregatePublished(first), new AggregatePublished(second));
        assertThat(alreadyRecorded(PublishAggregateDecider.decide(state, new PublishAggregate(second))))
                .isEqualTo(id(2));
        assertThat(accepted(PublishAggregateDecider.decide(state, new PublishAggregate(first))))
                .containsExactly(new AggregatePublished(first));
    }

    @Test
    void a_figure_is_withdrawn_once_and_published_again() {
        var figure = aggregate("CN", "60", null);
        var withdrawn = new AggregateWithdrawn(figure.key(), "of another year");
        var command = new WithdrawAggregate(figure.key(), "of another year");
        assertThat(refused(WithdrawAggregateDecider.decide(after(), command)).code())
                .isEqualTo("aggregate-not-found");
        assertThat(accepted(WithdrawAggregateDecider.decide(after(new AggregatePublished(figure)), command)))
                .containsExactly(withdrawn);
        var state = after(new AggregatePublished(figure), withdrawn);
        assertThat(WithdrawAggregateDecider.decide(state, command))
                .as("the same withdrawal")
                .isInstanceOf(Decision.AlreadyRecorded.class);
        assertThat(refused(WithdrawAggregateDecider.decide(state, new WithdrawAggregate(figure.key(), "misread")))
                        .code())
                .isEqualTo("aggregate-withdrawn");
        assertThat(accepted(PublishAggregateDecider.decide(state, new PublishAggregate(figure))))
                .containsExactly(new AggregatePublished(figure));
    }

    @Test
    void parts_need_not_add_up_but_each_is_at_most_the_total() {
        assertThat(aggregate("CN", "60", "60").imports()).isEqualTo(Money.parse("60"));
        assertThatThrownBy(() -> aggregate("CN", "100.01", null))
                .asInstanceOf(type(BrokenMember.class))
                .extracting(BrokenMember::member)
                .isEqualTo("import");
        assertThatThrownBy(() -> aggregate("CN", null, "100.01"))
                .asInstanceOf(type(BrokenMember.class))
                .extracting(BrokenMember::member)
                .isEqualTo("export");
    }
}
