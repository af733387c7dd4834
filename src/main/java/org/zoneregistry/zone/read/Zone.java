package org.zoneregistry.zone.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.timeline.ZoneState;

/**
 * The state of a zone at a point in time. Unknown values are absent.
 *
 * @param areaKm2 the planned area in square kilometres
 * @param predecessors the codes of the zones that it has absorbed, in the order of absorption
 * @param successor the code of the zone that has absorbed it
 * @param establishedOn the latest day on which it can have been established
 * @param establishedNotBefore the earliest
 * @param effectiveOn the latest day on which the last change before validAt can have become true
 * @param effectiveNotBefore the earliest
 */
@Schema(name = "Zone")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Zone(
        String code,
        ZoneNameAnswer name,
        ZoneType type,
        ZoneStatus status,
        String province,
        Region region,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        List<FacilityKind> facilities,
        List<String> predecessors,
        @Nullable String successor,
        LocalDate establishedOn,
        LocalDate establishedNotBefore,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore) {

    public Zone {
        facilities = List.copyOf(facilities);
        predecessors = List.copyOf(predecessors);
    }

    /** The zone in a folded state. */
    public static Zone of(ZoneState state) {
        return new Zone(
                state.code().value(),
                new ZoneNameAnswer(state.name().en(), state.name().zh()),
                state.type(),
                state.status(),
                state.province(),
                region(state.province()),
                state.customsDistrict(),
                state.areaKm2(),
                state.facilities(),
                state.predecessors().stream().map(ZoneCode::value).toList(),
                state.successor() == null ? null : state.successor().value(),
                state.establishedOn(),
                state.establishedNotBefore(),
                state.effectiveOn(),
                state.effectiveNotBefore());
    }

    /**
     * The region of a province.
     *
     * @throws IllegalArgumentException if there is no such province
     */
    static Region region(String province) {
        return Province.byIso(province)
                .orElseThrow(() -> new IllegalArgumentException("There is no province " + province + "."))
                .region();
    }
}
