package org.zoneregistry.audit.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.read.Zone;

/**
 * A zone at a point in time, from two sources.
 *
 * @param position the prefix of the log that both were computed from
 * @param knownAt when its last event was recorded
 * @param folded from the zone's events, just read from the log; null if it was not established then
 * @param kept from the read model, as GET /v1/zones/{code} answers; null if it has none
 * @param agrees whether both are the same
 * @param events the positions of the folded events; /v1/audit/events has each, with a proof
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
