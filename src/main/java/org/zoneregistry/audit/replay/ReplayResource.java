package org.zoneregistry.audit.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneEvents;
import org.zoneregistry.zone.read.ZonePath;
import org.zoneregistry.zone.read.ZoneStates;
import org.zoneregistry.zone.timeline.Timelines;

/** A zone folded from the log, over HTTP. */
@Path("/v1/audit/replay/zones/{code}")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneStates states;
    private final ZoneEvents events;
    private final ObjectMapper json;

    ReplayResource(
            Reads reads,
            Answers answers,
            RegistryPosition registry,
            ZoneStates states,
            ZoneEvents events,
            ObjectMapper json) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.states = states;
        this.events = events;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "replayZone",
            summary = "A zone folded from the log, compared with the read model's answer",
            description =
                    "Reads the zone's events from the log again, up to knownAt, and folds them in effective order up to"
                            + " validAt. The read model's row for the same two times is next to it, with a comparison"
                            + " of both. Never cached.")
    public Uni<RestResponse<ZoneReplay>> replay(@RestPath String code, @BeanParam AsOf asked) {
        ZoneCode zone = ZonePath.code(code);
        return reads.at(asked, registry)
                .chain(point -> recorded(zone, point)
                        .chain(events -> OffLoop.map(
                                states.ofPrefix(List.of(zone.value()), point.validAt(), position(point)),
                                rows -> answer(
                                        asked,
                                        zone,
                                        point,
                                        events,
                                        rows.stream().findFirst()))));
    }

    private Uni<List<RecordedZoneEvent>> recorded(ZoneCode zone, PointInTime point) {
        return events.upTo(position(point), zone)
                .map(stored -> stored.stream()
                        .map(ZoneEventJson::readRecorded)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private RestResponse<ZoneReplay> answer(
            AsOf asked, ZoneCode zone, PointInTime point, List<RecordedZoneEvent> events, Optional<Zone> kept) {
        Optional<Zone> folded =
                Timelines.of(events).of(zone).at(point.validAt()).map(Zone::of);
        if (folded.isEmpty() && kept.isEmpty()) {
            throw ZonePath.notEstablished(zone, point);
        }
        var replay = new ZoneReplay(
                zone.value(),
                point.validAt(),
                position(point),
                point.knownAt().recordedAt(),
                folded.orElse(null),
                kept.orElse(null),
                form(folded).equals(form(kept)),
                events.stream().map(RecordedZoneEvent::position).toList());
        RestResponse<ZoneReplay> answer = answers.of(asked, point, replay);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer;
    }

    /** Compares the JSON, so that the scale of a number makes no difference. */
    private String form(Optional<Zone> zone) {
        return zone.map(json::valueToTree).map(Object::toString).orElse("");
    }

    private static long position(PointInTime point) {
        return point.knownAt().position();
    }
}
