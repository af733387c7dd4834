package org.zoneregistry.audit.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.read.Zone;

/**
 * A zone at a point in time, twice.
 *
 * @param position the prefix of the log that both were computed from
 * @param knownAt when its last event was recorded
 * @param folded from the zone's events, read from the log just now; null where it was not established then
 * @param kept as the read model has it, which is what GET /v1/zones/{code} answers; null where it has none
 * @param agrees whether they are the same
 * @param events the positions of the events that it was folded from; each can be had from /v1/audit/events and proved
 */
@Schema(name = "ZoneReplay")
public record ZoneReplay(
        String zone,
        LocalDate validAt,
        long position,
        Instant knownAt,
        @Nullable Zone folded,
        @Nullable Zone kept,
        boolean agrees,
        List<Long> events) {

    /** Copies the list. */
    public ZoneReplay {
        events = List.copyOf(events);
    }
}
