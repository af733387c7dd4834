package org.zoneregistry.trade.write.enterprise;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link RegisterEnterprise}: the decision depends on the zone's lifecycle and the enterprise itself. */
@Singleton
final class RegisterEnterpriseSlice implements CommandSlice<RegisterEnterprise> {

    @Override
    public String name() {
        return "register-enterprise";
    }

    @Override
    public Class<RegisterEnterprise> command() {
        return RegisterEnterprise.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(
            RegisterEnterprise command, Origin origin, Entities entities) {
        ZoneCode zone = command.enterprise().zone();
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(Set.of(zone)))
                .thenCompose(zones -> ZoneCommandSlice.hasChanged(zones, zone, origin)
                        ? CompletableFuture.completedFuture(Decision.reject(ZoneCommandSlice.changed(zone)))
                        : entities.<EnterpriseBoundary, EnterpriseState>load(
                                        EnterpriseState.class,
                                        new EnterpriseBoundary(
                                                command.enterprise().id()))
                                .thenApply(state -> RegisterEnterpriseDecider.decide(zones, state, command)));
    }
}
