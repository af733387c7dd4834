package org.zoneregistry.zone.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;

/** The decisions of commands about zones: they use the whole timelines of the zones that a command touches. */
public final class ZoneCommandSlice {

    private ZoneCommandSlice() {}

    /** A pure decision on the timelines of all zones that the command touches. */
    @FunctionalInterface
    public interface Decider<C> {

        /** Accepts the command, or gives the reason for a refusal. */
        Decision<ZoneEvent> decide(Timelines zones, C command);
    }

    /** A command whose only rule is that every timeline must fold. */
    public static <C extends ZoneCommand> CommandSlice<C> recording(String name, Class<C> command) {
        return recording(name, command, (zones, asked) -> FactDecider.decide(zones, asked.fact()));
    }

    /** A command that records a fact, with rules of its own. */
    public static <C extends ZoneCommand> CommandSlice<C> recording(String name, Class<C> command, Decider<C> decider) {
        return new CommandSlice<>(
                name,
                command,
                (asked, origin, entities) -> load(ZoneBoundary.of(asked.zones()), entities)
                        .thenApply(zones -> decide(zones, asked, origin, decider)));
    }

    /**
     * A command that corrects a fact. The fact's own events tell which zones it touches, and the decision depends on
     * all of these zones.
     *
     * @param fact the id of the fact
     * @param further more zones that the corrected fact will touch
     */
    public static <C> CommandSlice<C> correcting(
            String name,
            Class<C> command,
            Function<C, UUID> fact,
            Function<C, Collection<ZoneCode>> further,
            Decider<C> decider) {
        return new CommandSlice<>(
                name,
                command,
                (asked, origin, entities) -> load(ZoneBoundary.ofFact(fact.apply(asked)), entities)
                        .thenCompose(about -> touched(about, further.apply(asked), entities))
                        .thenApply(zones -> {
                            var zone = zones.fact(fact.apply(asked))
                                    .map(standing -> standing.fact().zone());
                            return zone.isPresent() && hasChanged(zones, zone.get(), origin)
                                    ? Decision.reject(changed(zone.get()))
                                    : decider.decide(zones, asked);
                        }));
    }

    private static CompletableFuture<Timelines> touched(
            Timelines fact, Collection<ZoneCode> further, Entities entities) {
        if (fact.zones().isEmpty()) {
            return CompletableFuture.completedFuture(fact);
        }
        var touched = new HashSet<>(fact.zones());
        touched.addAll(further);
        return load(ZoneBoundary.of(touched), entities);
    }

    private static CompletableFuture<Timelines> load(ZoneBoundary boundary, Entities entities) {
        return entities.load(Timelines.class, boundary);
    }

    private static <C extends ZoneCommand> Decision<ZoneEvent> decide(
            Timelines zones, C command, Origin origin, Decider<C> decider) {
        ZoneCode zone = command.fact().zone();
        if (hasChanged(zones, zone, origin)) {
            return Decision.reject(changed(zone));
        }
        Decision<ZoneEvent> decision = decider.decide(zones, command);
        boolean isNew = zones.lastPosition(zone) == 0 && decision instanceof Decision.Accepted;
        return isNew && origin.expectedPosition() != null ? Decision.reject(changed(zone)) : decision;
    }

    /**
     * Whether the client requires a state of the zone that is no longer the latest. False if the zone does not exist,
     * because that problem is more useful to the client.
     */
    public static boolean hasChanged(Timelines zones, ZoneCode zone, Origin origin) {
        Long expected = origin.expectedPosition();
        long last = zones.lastPosition(zone);
        return expected != null && last != 0 && expected != last;
    }

    /** The rejection of a command whose If-Match is outdated. */
    public static Rejection changed(ZoneCode zone) {
        return Rejection.of(
                        ProblemType.ZONE_CHANGED,
                        "Zone " + zone + " has changed since the state in If-Match. Read it again, and send the"
                                + " command with its new ETag if it still makes sense.")
                .about("zone", zone);
    }
}
