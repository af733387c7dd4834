package org.zoneregistry.zone.timeline;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.event.ZonesIntegrated;
import org.zoneregistry.zone.timeline.Misfit.Reason;

/** One step of the fold of a zone's facts. */
final class Fold {

    private Fold() {}

    /** The result of a step: a state, or the reason why the fact does not fit. */
    sealed interface Step {

        /** The fact fits, and this is the state after it. */
        record Fits(ZoneState state) implements Step {}

        /** The fact does not fit. */
        record Breaks(Reason reason, String detail) implements Step {}
    }

    /**
     * Applies a fact to the state of one of its zones.
     *
     * @param state the state before, or {@code null} if the zone is not established yet
     */
    static Step step(ZoneCode zone, @Nullable ZoneState state, ZoneFact fact) {
        if (fact instanceof ZoneEstablished established) {
            return state == null
                    ? new Step.Fits(establish(established))
                    : breaks(Reason.ALREADY_ESTABLISHED, "it was established before, on " + state.establishedOn());
        }
        if (state == null) {
            return breaks(Reason.NOT_LIVE, "it is not yet established on " + fact.effectiveOn());
        }
        if (!state.isLive()) {
            return breaks(Reason.NOT_LIVE, "it is " + state.status().wireName() + " since " + state.effectiveOn());
        }
        Step step = zone.equals(fact.zone()) ? onLive(state, fact) : new Step.Fits(state.absorbedBy(fact.zone()));
        return step instanceof Step.Fits fits
                ? new Step.Fits(fits.state().asOf(fact.effectiveOn(), fact.effectiveNotBefore()))
                : step;
    }

    private static ZoneState establish(ZoneEstablished fact) {
        return new ZoneState(
                fact.zone(),
                fact.name(),
                fact.type(),
                ZoneStatus.ESTABLISHED,
                fact.province(),
                fact.customsDistrict(),
                fact.areaKm2(),
                List.of(),
                List.of(),
                null,
                fact.effectiveOn(),
                fact.effectiveNotBefore(),
                fact.effectiveOn(),
                fact.effectiveNotBefore());
    }

    private static Step onLive(ZoneState state, ZoneFact fact) {
        return switch (fact) {
            case ZoneEstablished _ -> breaks(Reason.ALREADY_ESTABLISHED, "it was established before");
            case ZoneAccepted _ -> new Step.Fits(state.withStatus(ZoneStatus.OPERATING));
            case ZoneConvertedToComprehensive converted -> convert(state, converted);
            case ZonesIntegrated integrated -> integrate(state, integrated);
            case ZoneAreaAdjusted adjusted -> new Step.Fits(state.withAreaKm2(adjusted.areaKm2()));
            case ZoneRenamed renamed -> new Step.Fits(state.withName(renamed.name()));
            case FacilityCommissioned commissioned -> commission(state, commissioned);
            case FacilityDecommissioned decommissioned -> decommission(state, decommissioned);
            case ZoneClosed _ -> new Step.Fits(state.withStatus(ZoneStatus.CLOSED));
        };
    }

    private static Step convert(ZoneState state, ZoneConvertedToComprehensive fact) {
        if (state.type() == ZoneType.COMPREHENSIVE_BONDED_ZONE) {
            return breaks(Reason.ALREADY_COMPREHENSIVE, "it is a comprehensive bonded zone already");
        }
        var after = state.withType(ZoneType.COMPREHENSIVE_BONDED_ZONE).absorbing(fact.absorbs());
        after = fact.name() == null ? after : after.withName(fact.name());
        return new Step.Fits(fact.areaKm2() == null ? after : after.withAreaKm2(fact.areaKm2()));
    }

    private static Step integrate(ZoneState state, ZonesIntegrated fact) {
        if (state.type() != ZoneType.COMPREHENSIVE_BONDED_ZONE) {
            return breaks(Reason.NOT_COMPREHENSIVE, "only a comprehensive bonded zone integrates others");
        }
        var after = state.absorbing(fact.absorbs());
        return new Step.Fits(fact.areaKm2() == null ? after : after.withAreaKm2(fact.areaKm2()));
    }

    private static Step commission(ZoneState state, FacilityCommissioned fact) {
        var facilities = new HashSet<>(state.facilities());
        return facilities.add(fact.kind())
                ? new Step.Fits(state.withFacilities(facilities))
                : breaks(Reason.FACILITY_HELD, "it holds a " + fact.kind().wireName() + " already");
    }

    private static Step decommission(ZoneState state, FacilityDecommissioned fact) {
        var facilities = new HashSet<>(state.facilities());
        return facilities.remove(fact.kind())
                ? new Step.Fits(state.withFacilities(facilities))
                : breaks(Reason.FACILITY_NOT_HELD, "it holds no " + fact.kind().wireName());
    }

    private static Step breaks(Reason reason, String detail) {
        return new Step.Breaks(reason, detail);
    }
}
