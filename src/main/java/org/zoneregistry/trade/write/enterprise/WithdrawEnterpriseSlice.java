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

/**
 * Wires {@link WithdrawEnterprise}: the decision depends on the enterprise, and on its zone only if the sender requires
 * a state of it.
 */
@Singleton
final class WithdrawEnterpriseSlice implements CommandSlice<WithdrawEnterprise> {

    @Override
    public String name() {
        return "withdraw-enterprise";
    }

    @Override
    public Class<WithdrawEnterprise> command() {
        return WithdrawEnterprise.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(
            WithdrawEnterprise command, Origin origin, Entities entities) {
        return entities.<EnterpriseBoundary, EnterpriseState>load(
                        EnterpriseState.class, new EnterpriseBoundary(command.id()))
                .thenCompose(state -> {
                    var standing = state.standing();
                    return standing == null || origin.expectedPosition() == null
                            ? CompletableFuture.completedFuture(WithdrawEnterpriseDecider.decide(state, command))
                            : insisting(standing.event().zone(), state, command, origin, entities);
                });
    }

    private static CompletableFuture<Decision<TradeEvent>> insisting(
            ZoneCode zone, EnterpriseState state, WithdrawEnterprise command, Origin origin, Entities entities) {
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(Set.of(zone)))
                .thenApply(zones -> ZoneCommandSlice.hasChanged(zones, zone, origin)
                        ? Decision.reject(ZoneCommandSlice.changed(zone))
                        : WithdrawEnterpriseDecider.decide(state, command));
    }
}
