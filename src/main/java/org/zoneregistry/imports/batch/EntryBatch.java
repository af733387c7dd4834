package org.zoneregistry.imports.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.trade.write.record.RecordTradeDecider;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on entries one after the other, each by the decider of a single one, on what the log says and on what was
 * accepted before in the same batch. For one batch.
 */
final class EntryBatch {

    /** An accepted entry has no place in the log yet; nobody asks for it before it has. */
    private static final UUID NO_ID = new UUID(0, 0);

    private static final EntryState UNRECORDED = new EntryState.Unrecorded();

    private final Map<ZoneCode, List<RecordedZoneEvent>> lifecycles = new HashMap<>();
    private final Map<ZoneCode, Timelines> timelines = new HashMap<>();
    private final Map<EntryId, EntryState> states = new HashMap<>();

    /** Takes in an event of the log; they come in its order. */
    void add(RecordedZoneEvent event) {
        for (ZoneCode zone : event.event().zones()) {
            lifecycles.computeIfAbsent(zone, z -> new ArrayList<>()).add(event);
        }
    }

    /** Takes in an event of the log; they come in its order. */
    void add(RecordedEvent<EntryEvent> event) {
        states.put(event.event().entryId(), state(event.event().entryId()).evolve(event));
    }

    /** Decides on the next entry. */
    Decision<TradeEvent> decide(TradeEntry entry) {
        var decision = RecordTradeDecider.decide(timelines(entry.zone()), state(entry.id()), new RecordTrade(entry));
        if (decision instanceof Decision.Accepted<TradeEvent>(var events)) {
            events.forEach(this::accepted);
        }
        return decision;
    }

    private void accepted(TradeEvent event) {
        if (event instanceof EntryEvent recorded) {
            add(new RecordedEvent<>(NO_ID, 0, Instant.EPOCH, recorded));
        }
    }

    private Timelines timelines(ZoneCode zone) {
        return timelines.computeIfAbsent(zone, z -> Timelines.of(lifecycles.getOrDefault(z, List.of())));
    }

    private EntryState state(EntryId entry) {
        return states.getOrDefault(entry, UNRECORDED);
    }
}
