package org.zoneregistry.trade.write;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
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
 * Decides commands about one thing in a zone: an entry or an enterprise. The decision depends on the thing, and on the
 * lifecycle of the zones that are needed. It does not depend on other trade of the zone, so commands about two things
 * of one zone never conflict.
 *
 * @param <C> the command
 * @param <S> the state of the thing
 * @param state the type of the state
 * @param boundary selects the events of the state
 * @param home the zone that {@code If-Match} refers to; empty if there is none
 * @param needed the zones whose lifecycle the decision depends on
 * @param decider the rules
 */
public record TradeHandler<C, S>(
        Class<S> state,
        Function<C, Object> boundary,
        BiFunction<S, C, Optional<ZoneCode>> home,
        BiFunction<S, C, Set<ZoneCode>> needed,
        Decider<C, S> decider)
        implements CommandSlice.Handler<C> {

    /** A pure decision. */
    @FunctionalInterface
    public interface Decider<C, S> {

        /** Accepts the command, or gives the reason for a refusal. */
        Decision<TradeEvent> decide(Timelines zones, S state, C command);
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(C command, Origin origin, Entities entities) {
        return entities.load(state, boundary.apply(command)).thenCompose(thing -> {
            Optional<ZoneCode> zone = home.apply(thing, command);
            return zones(zone, needed.apply(thing, command), origin, entities)
                    .thenApply(zones -> zone.isPresent() && ZoneCommandSlice.hasChanged(zones, zone.get(), origin)
                            ? Decision.reject(ZoneCommandSlice.changed(zone.get()))
                            : decider.decide(zones, thing, command));
        });
    }

    private static CompletableFuture<Timelines> zones(
            Optional<ZoneCode> home, Set<ZoneCode> needed, Origin origin, Entities entities) {
        var zones = new HashSet<>(needed);
        if (origin.expectedPosition() != null) {
            home.ifPresent(zones::add);
        }
        return zones.isEmpty()
                ? CompletableFuture.completedFuture(Timelines.none())
                : entities.load(Timelines.class, ZoneBoundary.of(zones));
    }
}
