package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.access.Access;
import org.zoneregistry.access.Permission;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.ZoneNames;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;
import org.zoneregistry.zone.read.ZoneEvents;

/** Reads what a dry run would change in the timelines of zones. */
@Singleton
final class TimelinePreview {

    private final ZoneEvents events;
    private final ZoneNames names;
    private final Access access;

    TimelinePreview(ZoneEvents events, ZoneNames names, Access access) {
        this.events = events;
        this.names = names;
        this.access = access;
    }

    /**
     * The changes; none if the command is not about zones, if the visitor may not see timelines, or if a zone has too
     * many events.
     *
     * @param dryRun the answer to the dry run
     */
    Uni<List<TimelineChange>> of(Visit visit, JsonNode dryRun) {
        List<ZoneEvent> would = StreamSupport.stream(dryRun.path("events").spliterator(), false)
                .flatMap(
                        event -> ZoneEventType.named(event.path("type").asText())
                                .map(type -> ZoneEventJson.read(type, event.path("data")))
                                .stream())
                .toList();
        if (would.isEmpty() || !access.offers(visit.request(), Permission.FIGURES)) {
            return Uni.createFrom().item(List.of());
        }
        return Multi.createFrom()
                .iterable(TimelineChange.zones(would))
                .onItem()
                .transformToUniAndConcatenate(zone -> events.upTo(Long.MAX_VALUE, zone))
                .collect()
                .asList()
                .map(read -> read.stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(
                                StoredEvent::position, event -> event, (one, same) -> one, TreeMap::new))
                        .values()
                        .stream()
                        .map(ZoneEventJson::readRecorded)
                        .flatMap(Optional::stream)
                        .toList())
                .chain(recorded ->
                        names.at(visit).map(named -> TimelineChange.of(visit.people(), recorded, would, named)))
                .onFailure(ProblemException.class)
                .recoverWithItem(List.of());
    }
}
