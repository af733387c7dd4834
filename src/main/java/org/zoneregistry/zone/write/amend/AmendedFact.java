package org.zoneregistry.zone.write.amend;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZonesIntegrated;

/** How a fact reads with some of its values given anew. */
final class AmendedFact {

    private AmendedFact() {}

    /** The names of the values that a fact of that kind has, apart from its days. */
    static Set<String> members(ZoneFact fact) {
        return switch (fact) {
            case ZoneEstablished _ -> Set.of("name", "type", "province", "customsDistrict", "areaKm2");
            case ZoneAccepted _ -> Set.of();
            case ZoneConvertedToComprehensive _ -> Set.of("name", "areaKm2", "absorbs");
            case ZonesIntegrated _ -> Set.of("absorbs", "areaKm2");
            case ZoneAreaAdjusted _ -> Set.of("areaKm2");
            case ZoneRenamed _ -> Set.of("name");
            case FacilityCommissioned _ -> Set.of("kind");
            case FacilityDecommissioned _ -> Set.of("kind");
            case ZoneClosed _ -> Set.of("reason");
        };
    }

    /**
     * Applies the new values.
     *
     * @throws IllegalArgumentException if the new values do not go together with those that stay
     */
    static ZoneFact of(ZoneFact fact, AmendFact command) {
        FactValues values = command.values();
        LocalDate on = requireNonNullElse(command.effectiveOn(), fact.effectiveOn());
        LocalDate notBefore = requireNonNullElse(command.effectiveNotBefore(), fact.effectiveNotBefore());
        return switch (fact) {
            case ZoneEstablished f ->
                new ZoneEstablished(
                        f.zone(),
                        requireNonNullElse(values.name(), f.name()),
                        requireNonNullElse(values.type(), f.type()),
                        requireNonNullElse(values.province(), f.province()),
                        or(values.customsDistrict(), f.customsDistrict()),
                        or(values.areaKm2(), f.areaKm2()),
                        on,
                        notBefore);
            case ZoneAccepted f -> new ZoneAccepted(f.zone(), on, notBefore);
            case ZoneConvertedToComprehensive f ->
                new ZoneConvertedToComprehensive(
                        f.zone(),
                        or(values.name(), f.name()),
                        or(values.areaKm2(), f.areaKm2()),
                        requireNonNullElse(values.absorbs(), f.absorbs()),
                        on,
                        notBefore);
            case ZonesIntegrated f ->
                new ZonesIntegrated(
                        f.zone(),
                        requireNonNullElse(values.absorbs(), f.absorbs()),
                        or(values.areaKm2(), f.areaKm2()),
                        on,
                        notBefore);
            case ZoneAreaAdjusted f ->
                new ZoneAreaAdjusted(f.zone(), requireNonNullElse(values.areaKm2(), f.areaKm2()), on, notBefore);
            case ZoneRenamed f -> new ZoneRenamed(f.zone(), requireNonNullElse(values.name(), f.name()), on, notBefore);
            case FacilityCommissioned f ->
                new FacilityCommissioned(f.zone(), requireNonNullElse(values.kind(), f.kind()), on, notBefore);
            case FacilityDecommissioned f ->
                new FacilityDecommissioned(f.zone(), requireNonNullElse(values.kind(), f.kind()), on, notBefore);
            case ZoneClosed f ->
                new ZoneClosed(f.zone(), requireNonNullElse(values.reason(), f.reason()), on, notBefore);
        };
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T former) {
        return given == null ? former : given;
    }
}
