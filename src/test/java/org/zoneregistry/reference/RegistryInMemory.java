package org.zoneregistry.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.aggregate.AggregateState;
import org.zoneregistry.trade.write.aggregate.PublishAggregate;
import org.zoneregistry.trade.write.aggregate.PublishAggregateDecider;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.trade.write.record.RecordTradeDecider;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.timeline.ZoneState;
import org.zoneregistry.zone.write.FactDecider;
import org.zoneregistry.zone.write.ZoneCommand;
import org.zoneregistry.zone.write.establish.EstablishZone;
import org.zoneregistry.zone.write.establish.EstablishZoneDecider;

/** The registry by the deciders and the fold, without a log. */
final class RegistryInMemory {

    private final List<RecordedZoneEvent> events = new ArrayList<>();
    private final List<TradeEvent> trade = new ArrayList<>();
    private final Map<String, Rejection> rejections = new TreeMap<>();
    private final TreeSet<ZoneCode> codes = new TreeSet<>();

    /** The registry after the shipped reference data. */
    static RegistryInMemory loaded() {
        var registry = new RegistryInMemory();
        ReferenceTranslation.shipped()
                .commands()
                .forEach(command -> registry.send(command.idempotencyKey(), command.command()));
        return registry;
    }

    void send(String key, Object command) {
        switch (command) {
            case ZoneCommand aboutZones -> sendFact(key, aboutZones);
            case RecordTrade(var entry) ->
                take(
                        key,
                        RecordTradeDecider.decide(
                                about(Set.of(entry.zone())), new EntryState.Unrecorded(), new RecordTrade(entry)));
            case PublishAggregate publication ->
                take(key, PublishAggregateDecider.decide(AggregateState.UNPUBLISHED, publication));
            default -> throw new AssertionError("The reference data have no " + command.getClass());
        }
    }

    private void take(String key, Decision<TradeEvent> decision) {
        switch (decision) {
            case Decision.Accepted<TradeEvent>(var accepted) -> trade.addAll(accepted);
            case Decision.AlreadyRecorded<TradeEvent> _ -> throw new AssertionError(key + " is told twice");
            case Decision.Rejected<TradeEvent>(var rejection) -> rejections.put(key, rejection);
        }
    }

    private void sendFact(String key, ZoneCommand command) {
        switch (decide(command)) {
            case Decision.Accepted<ZoneEvent>(var accepted) ->
                accepted.forEach(event -> {
                    events.add(new RecordedZoneEvent(events.size() + 1L, UUID.randomUUID(), Instant.EPOCH, event));
                    codes.addAll(event.zones());
                });
            case Decision.AlreadyRecorded<ZoneEvent> _ -> throw new AssertionError("a fact has no name of its own");
            case Decision.Rejected<ZoneEvent>(var rejection) -> rejections.put(key, rejection);
        }
    }

    private Decision<ZoneEvent> decide(ZoneCommand command) {
        Timelines touched = about(command.zones());
        return command instanceof EstablishZone establish
                ? EstablishZoneDecider.decide(touched, establish)
                : FactDecider.decide(touched, command.fact());
    }

    private Timelines about(Set<ZoneCode> zones) {
        return Timelines.of(events.stream()
                .filter(event -> event.event().zones().stream().anyMatch(zones::contains))
                .toList());
    }

    /** The events of trade, in the order of their commands. */
    List<TradeEvent> trade() {
        return trade;
    }

    /** The refusals, by idempotency key. */
    Map<String, Rejection> rejections() {
        return rejections;
    }

    /** The zones that are live on a date, in the order of their codes. */
    List<ZoneState> liveAt(LocalDate validAt) {
        return codes.stream()
                .flatMap(code -> about(Set.of(code)).of(code).at(validAt).stream())
                .filter(ZoneState::isLive)
                .toList();
    }
}
