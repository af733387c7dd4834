package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.eventstore.StoredEvent;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventType;

/** What a zone's states are folded from, read from the log itself. */
@Singleton
public final class ZoneEvents {

    private static final List<String> TYPES =
            Arrays.stream(ZoneEventType.values()).map(ZoneEventType::wireName).toList();

    private final EventLog log;

    ZoneEvents(EventLog log) {
        this.log = log;
    }

    /** The events about a zone's life up to a position, in the log's order; none where the zone was never heard of. */
    public Uni<List<StoredEvent>> upTo(long position, ZoneCode zone) {
        return CallerContext.returnTo(Uni.createFrom()
                .completionStage(
                        () -> log.readMatching(0, position, TYPES, List.of("zone:" + zone), Integer.MAX_VALUE)));
    }
}
