package org.zoneregistry.zone.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.oracle.NaiveFold;
import org.zoneregistry.oracle.NaiveZoneMembers;
import org.zoneregistry.testing.RandomHistories;
import org.zoneregistry.testing.RandomHistories.Step;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.json.ZoneEventType;
import org.zoneregistry.zone.write.amend.AmendFact;

class TimelineOracleProperties {

    @Property
    void a_zone_at_any_pair_of_times_is_what_its_definition_says(@ForAll("histories") List<Step> history) {
        var log = SimulatedLog.of(history);
        for (long knownAt = 0; knownAt <= log.events().size(); knownAt++) {
            var timelines = Timelines.of(log.zoneEvents(knownAt));
            for (ZoneCode zone : RandomHistories.ZONES) {
                Timeline timeline = timelines.of(zone);
                for (int day = -1; day <= RandomHistories.DAYS; day += 3) {
                    LocalDate validAt = RandomHistories.FIRST_DAY.plusDays(day);
                    assertThat(timeline.at(validAt).map(NaiveZoneMembers::of))
                            .as(
                                    "%s on %s, as known at %d: Fold, and the second fold NaiveFold (expected)",
                                    zone, validAt, knownAt)
                            .isEqualTo(NaiveFold.at(log.zoneEvents(Long.MAX_VALUE), knownAt, zone, validAt));
                }
            }
        }
    }

    @Property
    void spans_say_what_the_fold_says_day_by_day(
            @ForAll("histories") List<Step> history, @ForAll("days") LocalDate validAt) {
        var timelines = Timelines.of(SimulatedLog.of(history).zoneEvents(Long.MAX_VALUE));
        for (ZoneCode zone : RandomHistories.ZONES) {
            Timeline timeline = timelines.of(zone);
            var holding = timeline.spans().stream()
                    .filter(span -> !span.from().isAfter(validAt))
                    .filter(span -> span.to() == null || span.to().isAfter(validAt))
                    .map(Timeline.Span::state)
                    .toList();
            assertThat(holding).isEqualTo(timeline.at(validAt).stream().toList());
        }
    }

    @Property
    void random_histories_are_worth_their_name(@ForAll("histories") List<Step> history) {
        var log = new SimulatedLog();
        for (Step step : history) {
            Object command = step.command(log.recordedFacts());
            if (command instanceof AmendFact amendment) {
                amendment
                        .values()
                        .given()
                        .forEach(value -> Statistics.label("amended").collect(value));
            }
            if (command != null && log.send(command) instanceof Decision.Accepted<ZoneEvent>(var events)) {
                events.forEach(event -> Statistics.label("recorded")
                        .collect(ZoneEventType.of(event).wireName()));
            }
        }
        Statistics.label("recorded")
                .coverage(coverage -> ZoneEventType.all()
                        .forEach(type -> coverage.check(type.wireName()).count(count -> {
                            assertThat(count)
                                    .as(
                                            "RandomHistories.steps() has no command that records a %s: add it",
                                            type.wireName())
                                    .isPositive();
                        })));
        Statistics.label("amended")
                .coverage(coverage -> ZoneFact.valueKinds()
                        .forEach(kind -> coverage.check(kind.name()).count(count -> {
                            assertThat(count)
                                    .as("RandomHistories.amendments() never changes the value %s: add it", kind.name())
                                    .isPositive();
                        })));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return RandomHistories.histories(30);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return RandomHistories.days();
    }
}
