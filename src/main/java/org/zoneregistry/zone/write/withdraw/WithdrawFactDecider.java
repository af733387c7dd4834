package org.zoneregistry.zone.write.withdraw;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.CorrectionRejections;
import org.zoneregistry.zone.write.FactDecider;

/** Decides on {@link WithdrawFact}: the fact counts, and every timeline that it touched still folds without it. */
public final class WithdrawFactDecider {

    private WithdrawFactDecider() {}

    /**
     * Accepts the withdrawal, or gives the reason for a refusal.
     *
     * @param zones all events of the zones that the fact touches
     */
    public static Decision<ZoneEvent> decide(Timelines zones, WithdrawFact command) {
        var standing = zones.fact(command.fact());
        if (standing.isEmpty()) {
            return zones.withdrawal(command.fact())
                    .filter(before -> before.event() instanceof ZoneFactWithdrawn withdrawn
                            && withdrawn.reason().equals(command.reason()))
                    .map(FactDecider::alreadyRecorded)
                    .orElseGet(() -> Decision.reject(CorrectionRejections.notStanding(zones, command.fact())));
        }
        ZoneFact fact = standing.get().fact();
        return zones.misfitWithout(command.fact(), fact.zones())
                .map(misfit -> Decision.<ZoneEvent>reject(FactDecider.timelineConflict(misfit)))
                .orElseGet(
                        () -> Decision.accept(new ZoneFactWithdrawn(command.fact(), fact.zones(), command.reason())));
    }
}
