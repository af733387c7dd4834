package org.zoneregistry.zone.read.states;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.ZoneNameAnswer;

/**
 * What a zone was on a range of days, as a range of the log's prefixes told it. What isn't known is absent.
 *
 * @param validFrom the first of the days
 * @param validTo the first day after them; absent where they have no end
 * @param knownFrom the first position of the log that told so
 * @param knownTo the first position that told otherwise; absent where none did up to the prefix that is asked for
 * @param effectiveOn the latest day on which the change that led to this can have become true
 * @param effectiveNotBefore the earliest
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
}
