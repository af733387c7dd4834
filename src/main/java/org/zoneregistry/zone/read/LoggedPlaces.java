package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zoneregistry.access.ZonePlaces;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.timeline.ZoneState;

/**
 * The provinces of zones, read from the log. So a zone that was established just now has its province, and one whose
 * establishment was withdrawn still has the last one: its trade remains.
 */
@Singleton
final class LoggedPlaces implements ZonePlaces {

    /** A day after all facts. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final ZoneEvents events;

    LoggedPlaces(ZoneEvents events) {
        this.events = events;
    }

    @Override
    public Uni<Optional<String>> provinceOf(String zone) {
        ZoneCode code;
        try {
            code = new ZoneCode(zone);
        } catch (IllegalArgumentException noCode) {
            return Uni.createFrom().item(Optional.empty());
        }
        return events.upTo(Long.MAX_VALUE, code).map(stored -> {
            List<RecordedZoneEvent> recorded = stored.stream()
                    .map(ZoneEventJson::readRecorded)
                    .flatMap(Optional::stream)
                    .toList();
            return Timelines.of(recorded)
                    .of(code)
                    .at(LAST_DAY)
                    .map(ZoneState::province)
                    .or(() -> lastStated(recorded, code));
        });
    }

    private static Optional<String> lastStated(List<RecordedZoneEvent> recorded, ZoneCode zone) {
        return recorded.reversed().stream()
                .flatMap(event -> switch (event.event()) {
                    case ZoneFact fact -> Stream.of(fact);
                    case ZoneFactAmended amendment -> Stream.of(amendment.amended());
                    case ZoneFactWithdrawn _ -> Stream.<ZoneFact>empty();
                })
                .filter(fact -> fact.zone().equals(zone))
                .flatMap(fact -> Stream.ofNullable(fact.values().get(FactValue.PROVINCE)))
                .findFirst();
    }
}
