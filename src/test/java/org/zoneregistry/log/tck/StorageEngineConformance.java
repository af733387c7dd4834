package org.zoneregistry.log.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.tck.Log.after;
import static org.zoneregistry.log.tck.Log.event;
import static org.zoneregistry.log.tck.Log.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules for a storage engine with dynamic consistency boundaries, in addition to Axon's own suite: every kind of
 * criteria, races, several engines on one store. Engines must know the event types A, B and C, with text as payload.
 */
public abstract class StorageEngineConformance {

    /** An engine on a store that is empty at the first call in a test; later calls return engines on the same store. */
    protected abstract EventStorageEngine engine();

    private Log log;
    private long start;

    @BeforeEach
    void startAfterOneEvent() {
        log = new Log(engine());
        start = log.appended(event("A", "first", "zone:first"));
    }

    @Test
    void either_alternative_of_or_criteria_conflicts() {
        EventCriteria either = EventCriteria.either(tagged("zone:a"), tagged("zone:b"));
        long head = log.appended(event("A", "b", "zone:b"));

        assertThat(log.accepts(after(start, either), event("A", "x", "zone:a"))).isFalse();
        assertThat(log.accepts(after(head, either), event("A", "x", "zone:a"))).isTrue();
        assertThat(log.accepts(after(head, either), event("A", "x", "zone:b"))).isFalse();
    }

    @Test
    void a_type_filter_lets_other_types_of_the_tag_pass() {
        EventCriteria onlyA = tagged("zone:a").andBeingOneOfTypes("A");
        log.appended(event("B", "b", "zone:a"));

        assertThat(log.accepts(after(start, onlyA), event("A", "a", "zone:a"))).isTrue();
        assertThat(log.accepts(after(start, onlyA), event("A", "again", "zone:a")))
                .isFalse();
    }

    @Test
    void any_of_several_types_conflicts() {
        EventCriteria aOrB = tagged("zone:a").andBeingOneOfTypes("A", "B");
        long head = log.appended(event("B", "b", "zone:a"));

        assertThat(log.accepts(after(start, aOrB), event("C", "c", "zone:a"))).isFalse();
        assertThat(log.accepts(after(head, aOrB), event("C", "c", "zone:a"))).isTrue();
        assertThat(log.accepts(after(head, aOrB), event("C", "c", "zone:a"))).isTrue();
    }

    @Test
    void criteria_can_be_types_alone() {
        EventCriteria onlyB = EventCriteria.havingAnyTag().andBeingOneOfTypes("B");
        log.appended(event("A", "a", "zone:a"));
        assertThat(log.accepts(after(start, onlyB), event("B", "b"))).isTrue();
        assertThat(log.accepts(after(start, onlyB), event("A", "x"))).isFalse();
        assertThat(log.source(onlyB).payloads()).containsExactly("b");
    }

    @Test
    void criteria_of_several_tags_need_all_of_them_on_one_event() {
        EventCriteria both = tagged("zone:a", "fact:1");
        log.appended(event("A", "zone", "zone:a"), event("A", "fact", "fact:1"));
        assertThat(log.accepts(after(start, both), event("A", "both", "zone:a", "fact:1", "x:y")))
                .isTrue();
        assertThat(log.accepts(after(start, both), event("A", "x"))).isFalse();
        assertThat(log.source(both).payloads()).containsExactly("both");
        EventCriteria bothAsB = tagged("zone:a", "fact:1").andBeingOneOfTypes("B");
        assertThat(log.accepts(after(start, bothAsB), event("B", "b", "zone:a", "fact:1")))
                .isTrue();
        assertThat(log.source(bothAsB).payloads()).containsExactly("b");
    }

    @Test
    void any_event_at_all_conflicts_with_criteria_without_restriction() {
        long head = log.appended(event("A", "x"));
        assertThat(log.accepts(after(start, EventCriteria.havingAnyTag()), event("A", "a")))
                .isFalse();
        assertThat(log.accepts(after(head, EventCriteria.havingAnyTag()), event("A", "a")))
                .isTrue();
        assertThat(log.source(EventCriteria.havingAnyTag()).payloads()).containsExactly("first", "x", "a");
    }

    @Test
    void no_event_conflicts_with_criteria_that_nothing_matches() {
        EventCriteria none = EventCriteria.either(List.of());
        log.appended(event("A", "x"));
        assertThat(log.accepts(after(0, none), event("A", "a"))).isTrue();
        assertThat(log.source(none).payloads()).isEmpty();
    }

    @Test
    void an_append_without_condition_is_never_rejected() {
        assertThat(log.accepts(AppendCondition.none(), event("A", "x", "zone:first")))
                .isTrue();
    }

    @Test
    void sourcing_answers_overlapping_alternatives_once_and_in_order() {
        log.appended(
                event("A", "1", "zone:a"),
                event("B", "2", "zone:a", "fact:1"),
                event("A", "3", "fact:1"),
                event("C", "4", "zone:b"),
                event("A", "5", "zone:a"));
        EventCriteria criteria = EventCriteria.either(
                tagged("fact:1"),
                tagged("zone:a"),
                EventCriteria.havingAnyTag().andBeingOneOfTypes(new QualifiedName("B")));

        assertThat(log.source(criteria).payloads()).containsExactly("1", "2", "3", "5");
        assertThat(log.source(criteria).payloads()).containsExactly("1", "2", "3", "5");
        log.appended(event("A", "6", "fact:1"), event("A", "7", "zone:c"));
        assertThat(log.source(criteria).payloads()).containsExactly("1", "2", "3", "5", "6");
    }

    @Test
    void sourcing_starts_after_the_given_position() {
        long third = log.appended(event("A", "1", "zone:a"), event("A", "2", "zone:a"), event("A", "3", "zone:a"));
        EventCriteria criteria = tagged("zone:a");
        log.source(criteria);

        var late = log.source(
                SourcingCondition.conditionFor(new GlobalIndexConsistencyMarker(third - 1).position(), criteria));

        assertThat(late.payloads()).containsExactly("3");
        assertThat(late.marker()).isEqualTo(new GlobalIndexConsistencyMarker(third));
    }

    @Test
    void a_marker_from_sourcing_covers_what_was_sourced_and_nothing_later() {
        EventCriteria criteria = tagged("zone:a");
        log.appended(event("A", "1", "zone:a"));
        AppendCondition sourced = AppendCondition.withCriteria(criteria)
                .withMarker(log.source(criteria).marker());
        log.appended(event("A", "other", "zone:b"));

        assertThat(log.accepts(sourced, event("A", "2", "zone:a"))).isTrue();
        assertThat(log.accepts(sourced, event("A", "3", "zone:a"))).isFalse();
    }

    @Test
    void a_rejected_or_abandoned_append_burns_no_position() {
        assertThat(log.accepts(after(0, tagged("zone:first")), event("A", "x"))).isFalse();
        var abandoned = Log.get(engine().appendEvents(AppendCondition.none(), null, List.of(event("A", "x"))));
        abandoned.rollback(null);

        assertThat(log.appended(event("A", "next"))).isEqualTo(start + 1);
        assertThat(abandoned.commit(null)).isCompletedExceptionally();
        assertThat(log.head()).isEqualTo(start + 1);
    }

    @Test
    void nothing_of_a_rejected_command_is_there_and_all_of_an_accepted_one() {
        assertThat(log.accepts(after(0, tagged("zone:first")), event("A", "1"), event("A", "2")))
                .isFalse();
        assertThat(log.appended(event("A", "3"), event("A", "4"))).isEqualTo(start + 2);
        assertThat(log.stream(start, 2)).extracting(Log.Streamed::payload).containsExactly("3", "4");
    }

    @Test
    void of_many_at_once_with_one_condition_exactly_one_wins() {
        EventCriteria criteria = tagged("zone:a").andBeingOneOfTypes("A");
        List<CompletableFuture<Long>> all = IntStream.range(0, 60)
                .mapToObj(i -> log.append(after(start, criteria), event("A", "racer " + i, "zone:a")))
                .toList();

        assertThat(all.stream().map(Log::accepted).filter(Optional::isPresent)).hasSize(1);
        assertThat(log.source(criteria).payloads()).hasSize(1);
        assertThat(log.head()).isEqualTo(start + 1);
    }

    @Test
    void one_that_drops_out_doesnt_take_others_with_it() {
        AppendCondition lost = after(0, tagged("zone:first"));
        AppendCondition dependsOnLost = after(start, tagged("zone:a"));
        // sent at once: the first is rejected, so the second is accepted, and the third is rejected because of the
        // second
        var first = log.append(lost, event("A", "1", "zone:a"));
        var second = log.append(dependsOnLost, event("A", "2", "zone:a"));
        var third = log.append(dependsOnLost, event("A", "3", "zone:a"));
        var fourth = log.append(after(start, tagged("zone:d")), event("A", "4", "zone:d"));

        assertThat(List.of(Log.accepted(first), Log.accepted(third))).containsOnly(Optional.empty());
        assertThat(Log.accepted(second)).isPresent();
        assertThat(Log.accepted(fourth)).isPresent();
        assertThat(log.head()).isEqualTo(start + 2);
    }

    @Test
    void write_skew_between_engines_is_impossible() throws Exception {
        // two tags, and the rule that together they have at most one event; all read, then all write at once
        EventCriteria both = EventCriteria.either(tagged("zone:a"), tagged("zone:b"));
        List<Log> engines = List.of(log, new Log(engine()), log, new Log(engine()));
        for (int round = 0; round < 10; round++) {
            CyclicBarrier barrier = new CyclicBarrier(engines.size());
            List<Boolean> outcomes = race(engines, (own, i) -> {
                var marker = own.source(both).marker();
                barrier.await(Log.SECONDS, TimeUnit.SECONDS);
                return own.accepts(
                        AppendCondition.withCriteria(both).withMarker(marker),
                        event("A", "racer", i % 2 == 0 ? "zone:a" : "zone:b"));
            });

            assertThat(outcomes.stream().filter(won -> won)).hasSize(1);
            assertThat(log.source(both).payloads()).hasSize(round + 1);
        }
    }

    @Test
    void positions_are_gapless_under_mixed_conflicts_from_two_engines() throws Exception {
        List<Log> engines = List.of(log, new Log(engine()));
        List<List<Long>> won = race(engines, (own, n) -> {
            List<CompletableFuture<Long>> appends = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String zone = "zone:" + i % 7;
                // half of the markers are outdated by then
                appends.add(own.append(
                        after(start + (i % 2 == 0 ? 0 : i), tagged(zone)), event("A", n + "-" + i, zone)));
            }
            return appends.stream().map(Log::accepted).flatMap(Optional::stream).toList();
        });

        List<Long> positions = won.stream().flatMap(List::stream).sorted().toList();
        assertThat(positions).hasSizeGreaterThan(6);
        assertThat(positions)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + positions.size())
                        .boxed()
                        .toList());
        assertThat(log.head()).isEqualTo(start + positions.size());
    }

    @Test
    void a_stream_sees_every_event_once_and_in_order_while_two_engines_append() throws Exception {
        long each = 300;
        Log other = new Log(engine());
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        CompletableFuture<List<Log.Streamed>> streamed =
                CompletableFuture.supplyAsync(() -> other.stream(start, (int) (2 * each)));
        for (int i = 0; i < each; i++) {
            appends.add(log.append(AppendCondition.none(), event("A", "one " + i)));
            appends.add(other.append(AppendCondition.none(), event("B", "other " + i)));
        }
        appends.forEach(Log::get);

        List<Log.Streamed> seen = Log.get(streamed);
        assertThat(seen.stream().map(Log.Streamed::position))
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + 2 * each)
                        .boxed()
                        .toList());
        assertThat(seen.stream().map(Log.Streamed::timestamp)).isSorted().doesNotHaveDuplicates();
        assertThat(log.stream(start, (int) each, EventCriteria.havingAnyTag().andBeingOneOfTypes("B")))
                .extracting(Log.Streamed::payload)
                .allMatch(payload -> payload.startsWith("other"));
    }

    /** The task of one racer. */
    private interface Racer<T> {
        T run(Log log, int number) throws Exception;
    }

    private static <T> List<T> race(List<Log> engines, Racer<T> racer) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(engines.size())) {
            List<Future<T>> racing = new ArrayList<>();
            for (int i = 0; i < engines.size(); i++) {
                Log own = engines.get(i);
                int number = i;
                racing.add(threads.submit(() -> racer.run(own, number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : racing) {
                results.add(one.get(3 * Log.SECONDS, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
