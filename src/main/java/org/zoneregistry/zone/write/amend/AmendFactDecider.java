package org.zoneregistry.zone.write.amend;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.TreeSet;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.CorrectionRejections;
import org.zoneregistry.zone.write.FactDecider;

/**
 * Decides on {@link AmendFact}: the fact stands, the values are ones it has, and every timeline that it touched or
 * touches now still folds.
 */
public final class AmendFactDecider {

    private AmendFactDecider() {}

    /**
     * Accepts the amendment, or says what stands against it.
     *
     * @param zones all events of the zones that the fact touches, before and after
     */
    public static Decision<ZoneEvent> decide(Timelines zones, AmendFact command) {
        var standing = zones.fact(command.fact());
        if (standing.isEmpty()) {
            return Decision.reject(CorrectionRejections.notStanding(zones, command.fact()));
        }
        ZoneFact before = standing.get().fact();
        var unknown = new TreeSet<>(command.values().given());
        unknown.removeAll(AmendedFact.members(before));
        if (!unknown.isEmpty()) {
            return Decision.reject(Rejection.of(
                            "validation",
                            "A " + before.getClass().getSimpleName() + " has no "
                                    + String.join(", ", unknown) + ". It has: "
                                    + String.join(", ", new TreeSet<>(AmendedFact.members(before))) + ".")
                    .about("fact", command.fact()));
        }
        String province = command.values().province();
        if (province != null && Province.byIso(province).isEmpty()) {
            return Decision.reject(Rejection.of("unknown-province", "There is no province " + province + ".")
                    .about("province", province));
        }
        ZoneFact amended;
        try {
            amended = AmendedFact.of(before, command);
        } catch (IllegalArgumentException incoherent) {
            return Decision.reject(Rejection.of(
                            "validation",
                            Optional.ofNullable(incoherent.getMessage()).orElse("The values do not go together."))
                    .about("fact", command.fact()));
        }
        return decide(zones, command, before, amended);
    }

    private static Decision<ZoneEvent> decide(Timelines zones, AmendFact command, ZoneFact before, ZoneFact amended) {
        for (ZoneCode zone : amended.zones()) {
            if (!before.zones().contains(zone) && zones.of(zone).facts().isEmpty()) {
                return Decision.reject(FactDecider.notFound(zone));
            }
        }
        var touched = new LinkedHashSet<>(before.zones());
        touched.addAll(amended.zones());
        return zones.misfitAmending(command.fact(), amended, touched)
                .map(misfit -> Decision.<ZoneEvent>reject(FactDecider.timelineConflict(misfit)))
                .orElseGet(() -> Decision.accept(
                        new ZoneFactAmended(command.fact(), amended, before.zones(), command.reason())));
    }
}
