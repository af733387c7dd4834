package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.LogFixture.get;
import static org.zoneregistry.testing.Waiting.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** A decision on assumptions is appended only if all of them are right. */
@NeedsServer
class AssumptionsTest {

    private static final EventCriteria ZONE =
            EventCriteria.havingTags(new Tag("zone", "a")).andBeingOneOfTypes("A");
    private static final EventCriteria ENTRY = EventCriteria.havingTags(new Tag("entry", "1"));
    private static final UnitOfWorkFactory UNITS = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);

    private final LogFixture fixture = new LogFixture();
    private PostgresEventStorageEngine engine;
    private PostgresEventStorageEngine other;

    @BeforeEach
    void aZoneThatTheEngineKnows() {
        engine = fixture.engine();
        other = fixture.engine();
        read(other, List.of(ZONE), "A", "established", "zone:a");
        read(engine, List.of(ZONE), "B", "something", "zone:a");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void what_is_remembered_and_still_so_is_decided_on() {
        assertThat(assume(engine, List.of(ZONE, ENTRY), "B", "entry", "zone:a", "entry:1"))
                .containsExactly("established");

        assertThat(stored()).containsExactly("established", "something", "entry");
    }

    @Test
    void what_another_engine_has_appended_since_is_a_rejection_until_it_was_read() {
        read(other, List.of(), "A", "renamed", "zone:a");

        assertRejected(List.of(ZONE), "B", "late", "zone:a");

        assertThat(read(engine, List.of(ZONE), "B", "read", "zone:a")).containsExactly("established", "renamed");
        assertThat(assume(engine, List.of(ZONE), "B", "remembered", "zone:a"))
                .containsExactly("established", "renamed");
        assertThat(stored()).doesNotContain("late").endsWith("read", "remembered");
    }

    @Test
    void what_is_not_remembered_is_assumed_to_be_absent_and_checked_from_the_beginning() {
        read(other, List.of(), "B", "entry", "zone:b", "entry:1");
        read(engine, List.of(ZONE), "B", "something else", "zone:a"); // the zone is known up to a later position

        assertRejected(List.of(ZONE, ENTRY), "B", "double", "zone:a", "entry:1");
        assertRejected(List.of(ENTRY), "B", "double", "entry:1");

        assertThat(stored()).doesNotContain("double");
    }

    @Test
    void what_the_engine_itself_has_appended_is_read() {
        read(engine, List.of(ZONE), "A", "renamed", "zone:a");

        assertThat(assume(engine, List.of(ZONE), "B", "entry", "zone:a")).containsExactly("established", "renamed");
    }

    @Test
    void criteria_without_tags_are_read() {
        EventCriteria anyA = EventCriteria.havingAnyTag().andBeingOneOfTypes("A");
        read(other, List.of(), "A", "of another zone", "zone:b");

        assertThat(assume(engine, List.of(anyA), "B", "counted")).containsExactly("established", "of another zone");
    }

    @Test
    void several_events_are_appended_under_the_same_checks() {
        read(other, List.of(), "A", "renamed", "zone:a");

        assertThatThrownBy(() -> get(unit(
                        engine,
                        true,
                        List.of(ZONE),
                        List.of(event("B", "one", "zone:a"), event("B", "two", "zone:a")))))
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(stored()).containsExactly("established", "something", "renamed");
    }

    @Test
    void who_appends_one_by_one_sees_what_it_has_appended_itself_and_what_another_has() {
        for (int i = 0; i < 3; i++) {
            assume(engine, List.of(ZONE, entry(i)), "B", "entry " + i, "zone:a", "entry:" + i);
        }
        assume(engine, List.of(ZONE), "A", "renamed", "zone:a");
        assertThat(assume(engine, List.of(ZONE, entry(3)), "B", "entry 3", "zone:a", "entry:3"))
                .containsExactly("established", "renamed");
        assertRejected(List.of(ZONE, entry(2)), "B", "double", "zone:a", "entry:2");

        read(other, List.of(), "A", "closed", "zone:a");
        assertRejected(List.of(ZONE, entry(4)), "B", "late", "zone:a", "entry:4");
        read(other, List.of(), "B", "entry 5", "zone:b", "entry:5");
        assertRejected(List.of(ENTRY, entry(5)), "B", "double", "zone:b", "entry:5");

        assertThat(stored()).doesNotContain("double", "late").endsWith("renamed", "entry 3", "closed", "entry 5");
    }

    @Test
    void two_engines_that_append_one_by_one_get_each_entry_once_and_leave_no_gap() throws Exception {
        int entries = 150;
        List<CompletableFuture<Void>> both = Stream.of(engine, other)
                .map(each -> CompletableFuture.runAsync(() -> recordAll(each, entries)))
                .toList();
        for (CompletableFuture<Void> each : both) {
            each.get(60, TimeUnit.SECONDS);
        }

        List<StoredEvent> log = get(engine.log().readAfter(0, 1000));
        assertThat(log)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.size()).boxed().toList());
        assertThat(log).extracting(StoredEvent::recordedAt).isSorted().doesNotHaveDuplicates();
        assertThat(stored().stream().filter(text -> text.startsWith("entry")))
                .hasSize(entries)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_must_be_absent_is_looked_for_by_indexes_from_the_first_event_on() {
        recordAll(engine, 20); // one after the other, at the position that the engine knows as the next
        for (int i = 20; i < 40; i++) {
            assertThat(assume(fixture.engine(), List.of(entry(i)), "B", "entry " + i, "entry:" + i))
                    .isEmpty(); // by engines that do not know that position
        }
        assertThat(stored()).hasSize(42);
        // a session reports its statistics when it is idle
        await().untilAsserted(() -> assertThat(scans("idx_scan")).isGreaterThan(40));
        assertThat(scans("seq_scan")).as("tables read as a whole").isZero();
    }

    private long scans(String how) {
        return fixture.database()
                .number("select sum(" + how + ") from pg_stat_user_tables where relname in ('event_tag', 'sealed_tag',"
                        + " 'void_append')");
    }

    private static void recordAll(PostgresEventStorageEngine engine, int entries) {
        for (int i = 0; i < entries; i++) {
            int number = i;
            unit(engine, true, List.of(ZONE, entry(i)), List.of(event("B", "entry " + i, "zone:a", "entry:" + i)))
                    .exceptionallyCompose(failure -> {
                        assertThat(failure).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
                        return CompletableFuture.completedFuture(List.of("entry " + number + " was there"));
                    })
                    .join();
        }
    }

    private static EventCriteria entry(int number) {
        return EventCriteria.havingTags(new Tag("entry", Integer.toString(number)));
    }

    private void assertRejected(List<EventCriteria> criteria, String type, String payload, String... tags) {
        assertThatThrownBy(() -> assume(engine, criteria, type, payload, tags))
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    private static List<String> assume(
            PostgresEventStorageEngine engine,
            List<EventCriteria> criteria,
            String type,
            String payload,
            String... tags) {
        return get(unit(engine, true, criteria, List.of(event(type, payload, tags))));
    }

    private static List<String> read(
            PostgresEventStorageEngine engine,
            List<EventCriteria> criteria,
            String type,
            String payload,
            String... tags) {
        return get(unit(engine, false, criteria, List.of(event(type, payload, tags))));
    }

    /** Sources one after the other, appends, and returns the sourced events. */
    private static CompletableFuture<List<String>> unit(
            PostgresEventStorageEngine engine,
            boolean assuming,
            List<EventCriteria> criteria,
            List<GenericTaggedEventMessage<?>> events) {
        return UNITS.create().executeWithResult(context -> {
            if (assuming) {
                context.putResource(Assumptions.RESOURCE_KEY, new Assumptions());
            }
            var tagged = events.iterator();
            var transaction = new LogEventStore(engine, event -> tagged.next().tags()).transaction(context);
            List<String> seen = new ArrayList<>();
            CompletableFuture<?> sourced = CompletableFuture.completedFuture(null);
            for (EventCriteria each : criteria) {
                sourced = sourced.thenCompose(before -> transaction
                        .source(SourcingCondition.conditionFor(each))
                        .reduce(seen, (list, entry) -> {
                            list.add((String) entry.message().payload());
                            return list;
                        }));
            }
            return sourced.thenApply(all -> {
                events.forEach(event -> transaction.appendEvent(event.event()));
                return seen;
            });
        });
    }

    private List<String> stored() {
        return get(engine.log().readAfter(0, 1000)).stream()
                .map(event -> event.data().asText())
                .toList();
    }

    private static GenericTaggedEventMessage<?> event(String type, String payload, String... tags) {
        Set<Tag> tagSet = Arrays.stream(tags)
                .map(tag -> new Tag(tag.substring(0, tag.indexOf(':')), tag.substring(tag.indexOf(':') + 1)))
                .collect(Collectors.toSet());
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(), new MessageType(type), payload, Map.of(), Instant.EPOCH),
                tagSet);
    }
}
