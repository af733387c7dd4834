package org.zoneregistry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.http.Instants;
import org.zoneregistry.log.CanonicalJson;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.LogHead;
import org.zoneregistry.log.PrefixAt;
import org.zoneregistry.log.StoredBytes;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.FactDecider;
import org.zoneregistry.zone.write.ZoneCommand;
import org.zoneregistry.zone.write.amend.AmendFact;
import org.zoneregistry.zone.write.amend.AmendFactDecider;
import org.zoneregistry.zone.write.establish.EstablishZone;
import org.zoneregistry.zone.write.establish.EstablishZoneDecider;
import org.zoneregistry.zone.write.withdraw.WithdrawFact;
import org.zoneregistry.zone.write.withdraw.WithdrawFactDecider;

/** A log in memory, whose zone events come from the real deciders. */
public final class SimulatedLog implements EventLog {

    private static final Map<String, String> METADATA = Map.of("actor", "clerk", "role", "registrar");
    private static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00.000001Z");

    private final List<StoredEvent> events = new CopyOnWriteArrayList<>();
    private final List<RecordedZoneEvent> zoneEvents = new ArrayList<>();
    private final List<LongConsumer> consumers = new CopyOnWriteArrayList<>();

    /** The log of a history. */
    public static SimulatedLog of(List<RandomHistories.Step> history) {
        var log = new SimulatedLog();
        for (RandomHistories.Step step : history) {
            Object command = step.command(log.recordedFacts());
            if (command != null) {
                log.send(command);
            }
        }
        return log;
    }

    /** Decides on a command and appends its events. */
    public Decision<ZoneEvent> send(Object command) {
        Decision<ZoneEvent> decision = decide(Timelines.of(zoneEvents), command);
        if (decision instanceof Decision.Accepted<ZoneEvent>(var accepted)) {
            accepted.forEach(this::append);
        }
        return decision;
    }

    /** Appends a zone event, whether or not a decider would. */
    public StoredEvent append(ZoneEvent event) {
        ZoneEventType type = ZoneEventType.of(event);
        StoredEvent stored = append(
                type.wireName(),
                ZoneEventJson.write(event),
                event.zones().stream().map(zone -> "zone:" + zone).sorted().toList());
        zoneEvents.add(new RecordedZoneEvent(stored.position(), stored.id(), stored.recordedAt(), event));
        return stored;
    }

    /** Appends an event of any type. */
    public StoredEvent append(String type, JsonNode data, List<String> tags) {
        long position = events.size() + 1L;
        var id = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + position);
        Instant recordedAt = BEGINNING.plus(position * 1500, ChronoUnit.MILLIS);
        var stored = new StoredEvent(
                position,
                recordedAt,
                id,
                type,
                1,
                tags,
                METADATA,
                data,
                StoredBytes.of(bytes(position, recordedAt, id, type, tags, data)));
        events.add(stored);
        consumers.forEach(consumer -> consumer.accept(position));
        return stored;
    }

    /** The same bytes as in a database. */
    private static byte[] bytes(
            long position, Instant recordedAt, UUID id, String type, List<String> tags, JsonNode data) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("data", data);
        json.put("id", id.toString());
        METADATA.forEach(json.putObject("metadata")::put);
        json.put("position", position);
        json.put("recordedAt", Instants.micros(recordedAt));
        tags.forEach(json.putArray("tags")::add);
        json.put("type", type);
        json.put("version", 1);
        return CanonicalJson.bytes(json);
    }

    /** The zone events up to a position. */
    public List<RecordedZoneEvent> zoneEvents(long upTo) {
        return zoneEvents.stream().filter(event -> event.position() <= upTo).toList();
    }

    /** All of the log. */
    public List<StoredEvent> events() {
        return List.copyOf(events);
    }

    /** The ids of the events that recorded facts. */
    public List<UUID> recordedFacts() {
        return zoneEvents.stream()
                .filter(event -> event.event() instanceof ZoneFact)
                .map(RecordedZoneEvent::id)
                .toList();
    }

    @Override
    public CompletionStage<List<StoredEvent>> readAfter(long position, int limit) {
        return readMatching(position, Long.MAX_VALUE, List.of(), List.of(), limit);
    }

    @Override
    public CompletionStage<List<StoredEvent>> readAfter(SqlClient connection, long position, int limit) {
        return readAfter(position, limit);
    }

    @Override
    public CompletionStage<List<StoredBytes>> readBytes(long position, long upTo, int limit) {
        return readMatching(position, upTo, List.of(), List.of(), limit)
                .thenApply(found -> found.stream().map(StoredEvent::bytes).toList());
    }

    @Override
    public CompletionStage<List<StoredEvent>> readMatching(
            long position, long upTo, Collection<String> types, Collection<String> tags, int limit) {
        return CompletableFuture.completedFuture(events.stream()
                .filter(event -> event.position() > position && event.position() <= upTo)
                .filter(event -> types.isEmpty() || types.contains(event.type()))
                .filter(event -> event.tags().containsAll(tags))
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<List<StoredEvent>> readRecordedBy(
            SqlClient connection,
            Collection<String> actors,
            long position,
            long upTo,
            Collection<String> types,
            Collection<String> tags,
            int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<Long>> positionsAt(List<Instant> times) {
        return CompletableFuture.completedFuture(times.stream()
                .map(time -> events.stream()
                        .filter(event -> !event.recordedAt().isAfter(time))
                        .count())
                .toList());
    }

    @Override
    public CompletionStage<List<StoredEvent>> findByPositions(List<Long> positions) {
        return CompletableFuture.completedFuture(events.stream()
                .filter(event -> positions.contains(event.position()))
                .toList());
    }

    @Override
    public CompletionStage<List<LogHead>> heads(long position) {
        return readAfter(position - 1, 2)
                .thenApply(found -> found.stream()
                        .map(event -> new LogHead(event.position(), event.recordedAt(), event.id()))
                        .toList());
    }

    @Override
    public CompletionStage<List<LogHead>> seconds(long after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Optional<StoredEvent>> findById(UUID id) {
        return CompletableFuture.completedFuture(
                events.stream().filter(event -> event.id().equals(id)).findFirst());
    }

    @Override
    public CompletionStage<LogHead> head() {
        return prefixAt(Instant.MAX).thenApply(PrefixAt::prefix);
    }

    @Override
    public CompletionStage<PrefixAt> prefixAt(Instant knownAt) {
        LogHead prefix = LogHead.EMPTY;
        for (StoredEvent event : events) {
            if (!event.recordedAt().isAfter(knownAt)) {
                prefix = new LogHead(event.position(), event.recordedAt(), event.id());
            }
        }
        return CompletableFuture.completedFuture(new PrefixAt(prefix, true, false));
    }

    @Override
    public AutoCloseable onAppended(LongConsumer consumer) {
        consumers.add(consumer);
        return () -> consumers.remove(consumer);
    }

    private static Decision<ZoneEvent> decide(Timelines zones, Object command) {
        return switch (command) {
            case EstablishZone establish -> EstablishZoneDecider.decide(zones, establish);
            case ZoneCommand other -> FactDecider.decide(zones, other.fact());
            case AmendFact amend -> AmendFactDecider.decide(zones, amend);
            case WithdrawFact withdraw -> WithdrawFactDecider.decide(zones, withdraw);
            default -> throw new IllegalArgumentException("No decider for " + command);
        };
    }
}
