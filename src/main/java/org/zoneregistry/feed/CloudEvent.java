package org.zoneregistry.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.log.StoredEvent;

/**
 * An event of the log in the JSON format of CloudEvents 1.0. {@code sequence} is CloudEvents' own extension with that
 * name. The attributes from {@code actor} to {@code provenance} are extensions of the registry, absent if not known.
 *
 * @param source the registry of the event; source and id together are unique in the world
 * @param type the name in the log and the version of the data, such as org.zoneregistry.ZoneEstablished.v1
 * @param subject the code of the event's zone; absent if it has none
 * @param time when the registry recorded it
 * @param sequence the position in the log, with leading zeros so that it sorts as text
 * @param role the role in which the actor acted
 * @param correlationid connects all events that one request caused
 * @param traceid the id of the trace of the request
 * @param provenance where the knowledge comes from
 * @param data the content of the event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CloudEvent")
@RegisterForReflection
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String datacontenttype,
        String sequence,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String correlationid,
        @Nullable String traceid,
        @Nullable String reason,
        @Nullable String provenance,
        @Schema(type = SchemaType.OBJECT) JsonNode data) {

    private static final String VERSION = "1.0";
    private static final String NAMESPACE = "org.zoneregistry.";

    /** The event as a CloudEvent of the registry with that name. */
    public static CloudEvent of(StoredEvent event, String source) {
        var by = Attribution.of(event);
        return new CloudEvent(
                VERSION,
                event.id(),
                source,
                NAMESPACE + event.type() + ".v" + event.version(),
                subject(event),
                event.recordedAt(),
                "application/json",
                "%019d".formatted(event.position()),
                by.actor(),
                by.role(),
                by.correlationId(),
                by.traceId(),
                by.reason(),
                by.source(),
                event.data());
    }

    /**
     * The zone in the event. A correction names no zone: its zone is the zone of the corrected fact, if there is one.
     */
    private static @Nullable String subject(StoredEvent event) {
        String named = event.data().path("zone").textValue();
        if (named != null) {
            return named;
        }
        String amended = event.data().path("amended").path("zone").textValue();
        if (amended != null) {
            return amended;
        }
        List<String> touched = event.tagValues(FeedFilter.ZONE);
        return touched.size() == 1 ? touched.getFirst() : null;
    }
}
