package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventType;

/** Reads from the log the events from which a zone's states are folded. */
@Singleton
public final class ZoneEvents {

    /** The types of all events about zones; events about their entries and enterprises have other types. */
    public static final List<String> TYPES =
            ZoneEventType.all().stream().map(ZoneEventType::wireName).toList();

    private final EventLog log;

    ZoneEvents(EventLog log) {
        this.log = log;
    }

    /** The largest number of events in memory. */
    private static final int MOST = 2_000;

    /**
     * The events about a zone up to a position, in the log's order; none if the zone is unknown.
     *
     * @return fails with {@code answer-too-large} if there are too many
     */
    public Uni<List<StoredEvent>> upTo(long position, ZoneCode zone) {
        return CallerContext.returnTo(Uni.createFrom()
                .completionStage(() -> log.readMatching(0, position, TYPES, List.of("zone:" + zone), MOST + 1))
                .invoke(events -> {
                    if (events.size() > MOST) {
                        throw new TooMuch(MOST, "events of a zone")
                                .asProblem(
                                        "Ask for an earlier knownAt; GET /v1/zones/{code}/history has them by pages.");
                    }
                }));
    }
}
