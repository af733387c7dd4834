package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.zoneregistry.access.ZonePlaces;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.timeline.ZoneState;

/** The provinces of zones, read from the log. So a zone that was established just now has its province. */
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
        return events.upTo(Long.MAX_VALUE, code)
                .map(stored -> Timelines.of(stored.stream()
                                .map(ZoneEventJson::readRecorded)
                                .flatMap(Optional::stream)
                                .toList())
                        .of(code)
                        .at(LAST_DAY)
                        .map(ZoneState::province));
    }
}
