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
 * Decides on the entries of one batch, one after the other, with the decider for a single entry. Each decision sees the
 * log and the entries accepted before in the batch.
 */
final class EntryBatch {

    /** Stands for the id of an entry that is accepted but not appended yet. Nothing reads it. */
    private static final UUID NO_ID = new UUID(0, 0);

    private static final EntryState UNRECORDED = new EntryState.Unrecorded();

    private final Map<ZoneCode, List<RecordedZoneEvent>> lifecycles = new HashMap<>();
    private final Map<ZoneCode, Timelines> timelines = new HashMap<>();
    private final Map<EntryId, EntryState> states = new HashMap<>();

    /** Adds an event of the log. Call in the order of the log. */
    void add(RecordedZoneEvent event) {
        for (ZoneCode zone : event.event().zones()) {
            lifecycles.computeIfAbsent(zone, z -> new ArrayList<>()).add(event);
        }
    }

    /** Adds an event of the log. Call in the order of the log. */
    void add(RecordedEvent<EntryEvent> event) {
        states.put(event.event().entryId(), state(event.event().entryId()).evolve(event));
    }

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
