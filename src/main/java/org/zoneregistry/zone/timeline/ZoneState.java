package org.zoneregistry.zone.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;

/**
 * The state of a zone on a date.
 *
 * @param areaKm2 the planned area in square kilometres, if known
 * @param facilities the kinds that it holds, in the order of {@link FacilityKind}
 * @param predecessors the zones that it has absorbed, in the order of absorption
 * @param successor the zone that absorbed it, if its status is absorbed
 * @param establishedOn the latest day on which it can have been established
 * @param establishedNotBefore the earliest
 * @param effectiveOn the latest day on which the last fact of this state can have become true
 * @param effectiveNotBefore the earliest
 */
public record ZoneState(
        ZoneCode code,
        ZoneName name,
        ZoneType type,
        ZoneStatus status,
        String province,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        List<FacilityKind> facilities,
        List<ZoneCode> predecessors,
        @Nullable ZoneCode successor,
        LocalDate establishedOn,
        LocalDate establishedNotBefore,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore) {

    public ZoneState {
        facilities = List.copyOf(facilities);
        predecessors = List.copyOf(predecessors);
    }

    /** Whether it counts as a live zone. */
    public boolean isLive() {
        return status.isLive();
    }

    ZoneState withStatus(ZoneStatus to) {
        return with(name, type, to, areaKm2, facilities, predecessors, successor);
    }

    ZoneState withName(ZoneName to) {
        return with(to, type, status, areaKm2, facilities, predecessors, successor);
    }

    ZoneState withType(ZoneType to) {
        return with(name, to, status, areaKm2, facilities, predecessors, successor);
    }

    ZoneState withAreaKm2(BigDecimal to) {
        return with(name, type, status, to, facilities, predecessors, successor);
    }

    ZoneState withFacilities(Collection<FacilityKind> to) {
        return with(name, type, status, areaKm2, List.copyOf(new TreeSet<>(to)), predecessors, successor);
    }

    ZoneState absorbing(List<ZoneCode> absorbed) {
        var all = new ArrayList<>(predecessors);
        all.addAll(absorbed);
        return with(name, type, status, areaKm2, facilities, all, successor);
    }

    ZoneState absorbedBy(ZoneCode by) {
        return with(name, type, ZoneStatus.ABSORBED, areaKm2, facilities, predecessors, by);
    }

    ZoneState asOf(LocalDate on, LocalDate notBefore) {
        return new ZoneState(
                code,
                name,
                type,
                status,
                province,
                customsDistrict,
                areaKm2,
                facilities,
                predecessors,
                successor,
                establishedOn,
                establishedNotBefore,
                on,
                notBefore);
    }

    private ZoneState with(
            ZoneName name,
            ZoneType type,
            ZoneStatus status,
            @Nullable BigDecimal areaKm2,
            List<FacilityKind> facilities,
            List<ZoneCode> predecessors,
            @Nullable ZoneCode successor) {
        return new ZoneState(
                code,
                name,
                type,
                status,
                province,
                customsDistrict,
                areaKm2,
                facilities,
                predecessors,
                successor,
                establishedOn,
                establishedNotBefore,
                effectiveOn,
                effectiveNotBefore);
    }
}
