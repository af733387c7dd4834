package org.zoneregistry.zone.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;

/**
 * An event that records, amends or withdraws a fact.
 *
 * @param position the event's position
 * @param fact the id of the event that recorded the fact
 * @param event the event's own id
 * @param type its type
 * @param content the event
 * @param by who recorded it, and why
 */
public record Statement(
        long position,
        UUID fact,
        UUID event,
        ZoneEventType type,
        ZoneEvent content,
        Instant recordedAt,
        Attribution by) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Statement of(ZoneFactRow row) {
        ZoneEventType type = ZoneEventType.named(row.type)
                .orElseThrow(() -> new IllegalStateException("There is no zone event " + row.type + "."));
        try {
            return new Statement(
                    row.statedAt,
                    row.fact,
                    row.event,
                    type,
                    ZoneEventJson.read(type, MAPPER.readTree(row.members)),
                    row.recordedAt,
                    new Attribution(row.actor, row.role, row.reason, row.source, row.correlationId, row.traceId));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    /** The content of the fact after this event; {@code null} if it is withdrawn. */
    public @Nullable ZoneFact reads() {
        return switch (content) {
            case ZoneFact fact -> fact;
            case ZoneFactAmended amendment -> amendment.amended();
            case ZoneFactWithdrawn _ -> null;
        };
    }

    /** Whether the fact, with its content after this event, touches the zone. */
    public boolean touches(ZoneCode zone) {
        ZoneFact reads = reads();
        return reads != null && reads.zones().contains(zone);
    }
}
