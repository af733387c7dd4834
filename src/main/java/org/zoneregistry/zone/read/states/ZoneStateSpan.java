package org.zoneregistry.zone.read.states;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneNameAnswer;

/**
 * A state of a zone: a range of days, and a range of prefixes of the log. Unknown values are absent.
 *
 * @param validFrom the first day
 * @param validTo the day after the last; absent if there is no end
 * @param knownFrom the first position at which the state was known
 * @param knownTo the first position at which it was no longer known; absent if the requested prefix still knows it
 * @param effectiveOn the latest day on which the change that led to this state can have become true
 * @param effectiveNotBefore the earliest day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZoneStateSpan(
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long knownFrom,
        @Nullable Long knownTo,
        ZoneNameAnswer name,
        ZoneType type,
        ZoneStatus status,
        String province,
        @Nullable BigDecimal areaKm2,
        List<FacilityKind> facilities,
        List<String> predecessors,
        @Nullable String successor,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore) {

    public ZoneStateSpan {
        facilities = List.copyOf(facilities);
        predecessors = List.copyOf(predecessors);
    }

    /** The members of the zone that a state has, on these days and in these prefixes. */
    public static ZoneStateSpan of(
            LocalDate validFrom, @Nullable LocalDate validTo, long knownFrom, @Nullable Long knownTo, Zone zone) {
        return new ZoneStateSpan(
                validFrom,
                validTo,
                knownFrom,
                knownTo,
                zone.name(),
                zone.type(),
                zone.status(),
                zone.province(),
                zone.areaKm2(),
                zone.facilities(),
                zone.predecessors(),
                zone.successor(),
                zone.effectiveOn(),
                zone.effectiveNotBefore());
    }
}
