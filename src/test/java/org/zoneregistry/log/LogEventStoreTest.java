package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.LogFixture.get;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** The contract of an event store for Axon's handlers, where ours does more than call the engine. */
@NeedsServer
class LogEventStoreTest {

    private static final EventCriteria X = EventCriteria.havingTags(new Tag("of", "x"));
    private static final EventCriteria Y = EventCriteria.havingTags(new Tag("of", "y"));
    private static final UnitOfWorkFactory UNITS = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);

    private final LogFixture fixture = new LogFixture();
    private final PostgresEventStorageEngine engine = fixture.engine();
    private final LogEventStore store =
            new LogEventStore(engine, event -> Set.of(new Tag("of", String.valueOf(event.payload()))));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void what_was_sourced_is_the_condition_of_what_is_appended() {
        append("x");

        CompletableFuture<?> lost = unit(context -> source(context, X)
                .thenCompose(seen -> {
                    assertThat(seen).containsExactly("x");
                    return store.publish(null, event("x"));
                })
                .thenRun(() -> store.transaction(context).appendEvent(event("y"))));

        assertRejected(lost);
        assertThat(stored()).containsExactly("x", "x");
    }

    @Test
    void of_several_that_were_sourced_each_counts_from_the_first_on() {
        CompletableFuture<?> lost = unit(context -> source(context, X)
                .thenCompose(none -> store.publish(null, event("x"), event("z")))
                .thenCompose(appended -> source(context, Y))
                .thenAccept(none -> store.transaction(context).appendEvent(event("y"))));

        assertRejected(lost);
        assertThat(stored()).containsExactly("x", "z");
    }

    @Test
    void what_is_sourced_side_by_side_counts_as_what_is_sourced_one_after_the_other() {
        for (int i = 0; i < 50; i++) {
            append("x");
            CompletableFuture<?> lost = unit(context -> {
                var before = new CompletableFuture<Void>();
                var all = new ArrayList<CompletableFuture<?>>();
                for (int reader = 0; reader < 4; reader++) {
                    all.add(source(context, reader % 2 == 0 ? X : Y));
                    all.add(before.thenCompose(v -> source(context, Y)));
                }
                all.add(all.getFirst()
                        .thenCompose(seen -> store.publish(null, event("x")))
                        .thenRun(() -> before.complete(null)));
                return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                        .thenRun(() -> store.transaction(context).appendEvent(event("y")));
            });

            assertRejected(lost);
        }
    }

    @Test
    void nothing_is_asked_where_nothing_was_sourced() {
        append("x");
        get(unit(context -> {
            store.transaction(context).appendEvent(event("x"));
            return store.publish(null, event("x"));
        }));

        assertThat(stored()).containsExactly("x", "x", "x");
    }

    @Test
    void all_events_of_a_unit_are_appended_with_the_commit_or_none() {
        CompletableFuture<?> failed = unit(context -> {
            store.transaction(context).appendEvent(event("x"));
            store.transaction(context).appendEvent(event("y"));
            assertThat(stored()).isEmpty();
            return CompletableFuture.failedFuture(new IllegalStateException("the handler failed"));
        });

        assertThatThrownBy(() -> get(failed)).cause().isInstanceOf(IllegalStateException.class);
        assertThat(stored()).isEmpty();

        get(unit(context -> {
            store.transaction(context).appendEvent(event("x"));
            context.onPrepareCommit(preparing -> {
                store.transaction(preparing).appendEvent(event("y"));
                return CompletableFuture.completedFuture(null);
            });
            return CompletableFuture.completedFuture("done");
        }));
        assertThat(stored()).containsExactly("x", "y");
    }

    @Test
    void what_comes_too_late_for_the_commit_is_refused() {
        CompletableFuture<?> late = unit(context -> {
            store.transaction(context).appendEvent(event("x"));
            context.onAfterCommit(committed -> {
                store.transaction(committed).appendEvent(event("late"));
                return CompletableFuture.completedFuture(null);
            });
            return CompletableFuture.completedFuture("done");
        });

        assertThatThrownBy(() -> get(late)).cause().isInstanceOf(IllegalStateException.class);
        assertThat(stored()).containsExactly("x");
    }

    @Test
    void a_transaction_knows_up_to_where_it_has_seen_and_appended() {
        append("x");
        List<ConsistencyMarker> positions = new ArrayList<>();

        get(unit(context -> {
            EventStoreTransaction transaction = store.transaction(context);
            positions.add(transaction.appendPosition());
            context.onAfterCommit(committed -> {
                positions.add(store.transaction(committed).appendPosition());
                return CompletableFuture.completedFuture(null);
            });
            return source(context, X).thenAccept(seen -> {
                positions.add(transaction.appendPosition());
                transaction.appendEvent(event("y"));
            });
        }));

        assertThat(positions)
                .containsExactly(
                        ConsistencyMarker.ORIGIN,
                        new GlobalIndexConsistencyMarker(1),
                        new GlobalIndexConsistencyMarker(2));
    }

    @Test
    void who_waits_for_events_of_the_transaction_is_told_when_they_are_appended_to_it() {
        List<Object> appendedEvents = new ArrayList<>();

        get(unit(context -> {
            store.transaction(context).onAppend(event -> appendedEvents.add(event.payload()));
            store.transaction(context).appendEvent(event("x"));
            assertThat(appendedEvents).containsExactly("x");
            return CompletableFuture.completedFuture("done");
        }));
    }

    @Test
    void what_is_published_is_appended_with_the_unit_or_at_once_without_one() {
        get(store.publish(null, List.of(event("x"), event("y"))));
        get(store.publish(null, List.of()));
        assertThat(stored()).containsExactly("x", "y");

        get(unit(context -> store.publish(context, event("z"))
                .thenRun(() -> assertThat(stored()).hasSize(2))));
        assertThat(stored()).containsExactly("x", "y", "z");
    }

    @Test
    void there_are_no_subscribers() {
        assertThatThrownBy(() -> store.subscribe((events, context) -> CompletableFuture.completedFuture(null)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void what_was_sourced_can_be_looked_at_one_by_one() {
        append("x");
        append("x");

        List<Object> seen = get(unit(context -> {
            MessageStream<? extends EventMessage> stream =
                    store.transaction(context).source(SourcingCondition.conditionFor(X));
            return stream.reduce(0, (count, entry) -> count + 1).thenApply(count -> {
                assertThat(stream.hasNextAvailable()).isFalse();
                assertThat(stream.isCompleted()).isTrue();
                assertThat(stream.next()).isEmpty();
                return List.<Object>of(count);
            });
        }));

        assertThat(seen).containsExactly(2);
    }

    @Test
    void what_a_reader_throws_is_the_outcome_of_the_reading() {
        append("x");

        CompletableFuture<?> failed = unit(context -> store.transaction(context)
                .source(SourcingCondition.conditionFor(X))
                .reduce(0, (count, entry) -> {
                    throw new IllegalStateException("can't be evolved");
                }));

        assertThatThrownBy(() -> get(failed)).cause().hasMessage("can't be evolved");
    }

    private static <T> CompletableFuture<T> unit(Function<ProcessingContext, CompletableFuture<T>> action) {
        return UNITS.create().executeWithResult(action);
    }

    private CompletableFuture<List<Object>> source(ProcessingContext context, EventCriteria criteria) {
        return store.transaction(context)
                .source(SourcingCondition.conditionFor(criteria))
                .reduce(new ArrayList<>(), (seen, entry) -> {
                    seen.add(entry.message().payload());
                    return seen;
                });
    }

    private void append(String payload) {
        get(store.publish(null, event(payload)));
    }

    private List<String> stored() {
        return get(engine.log().readAfter(0, 100)).stream()
                .map(event -> event.data().textValue())
                .toList();
    }

    private static void assertRejected(CompletableFuture<?> unit) {
        assertThatThrownBy(() -> get(unit)).cause().isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    private static EventMessage event(String payload) {
        return new GenericEventMessage(
                UUID.randomUUID().toString(), new MessageType("A"), payload, Map.of(), Instant.EPOCH);
    }
}
