package org.zoneregistry.trade.write.enterprise;

import static java.util.Objects.requireNonNullElse;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/**
 * Wires {@link CorrectEnterprise}: the decision depends on the enterprise, and on a zone's lifecycle if zone or day
 * change.
 */
@Singleton
final class CorrectEnterpriseSlice implements CommandSlice<CorrectEnterprise> {

    @Override
    public String name() {
        return "correct-enterprise";
    }

    @Override
    public Class<CorrectEnterprise> command() {
        return CorrectEnterprise.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(CorrectEnterprise command, Origin origin, Entities entities) {
        return entities.<EnterpriseBoundary, EnterpriseState>load(
                        EnterpriseState.class, new EnterpriseBoundary(command.id()))
                .thenCompose(state -> zones(state, command, origin, entities)
                        .thenApply(zones -> decide(zones, state, command, origin)));
    }

    private static Decision<TradeEvent> decide(
            Timelines zones, EnterpriseState state, CorrectEnterprise command, Origin origin) {
        var standing = state.standing();
        return standing != null
                        && ZoneCommandSlice.hasChanged(zones, standing.event().zone(), origin)
                ? Decision.reject(ZoneCommandSlice.changed(standing.event().zone()))
                : CorrectEnterpriseDecider.decide(zones, state, command);
    }

    private static CompletableFuture<Timelines> zones(
            EnterpriseState state, CorrectEnterprise command, Origin origin, Entities entities) {
        var zones = new HashSet<ZoneCode>();
        var standing = state.standing();
        if (standing != null) {
            Enterprise now = standing.event().enterprise();
            if (CorrectEnterpriseDecider.needsZone(now, command)) {
                zones.add(requireNonNullElse(command.zone(), now.zone()));
            }
            if (origin.expectedPosition() != null) {
                zones.add(now.zone());
            }
        }
        return zones.isEmpty()
                ? CompletableFuture.completedFuture(Timelines.none())
                : entities.load(Timelines.class, ZoneBoundary.of(zones));
    }
}
