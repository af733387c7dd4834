package org.zoneregistry.zone.write;

import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * A command that records a fact about zones. It is decided on all timelines that the fact touches.
 *
 * @param name the command's name on the bus
 * @param command the command's type
 * @param decider the command's own rules; {@link FactDecider} if it has none
 */
public record ZoneCommandSlice<C extends ZoneCommand>(String name, Class<C> command, Decider<C> decider)
        implements CommandSlice<C> {

    /** A pure decision on the timelines of all zones that the command touches. */
    @FunctionalInterface
    public interface Decider<C> {

        /** Accepts the command, or gives the reason for a refusal. */
        Decision<ZoneEvent> decide(Timelines zones, C command);
    }

    /** A command without own rules: only every timeline must fold. */
    public static <C extends ZoneCommand> ZoneCommandSlice<C> recording(String name, Class<C> command) {
        return new ZoneCommandSlice<>(name, command, (zones, asked) -> FactDecider.decide(zones, asked.fact()));
    }

    @Override
    public CompletableFuture<Decision<ZoneEvent>> decide(C command, Origin origin, Entities entities) {
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(command.zones()))
                .thenApply(zones -> decide(zones, command, origin));
    }

    private Decision<ZoneEvent> decide(Timelines zones, C command, Origin origin) {
        ZoneCode zone = command.fact().zone();
        if (hasChanged(zones, zone, origin)) {
            return Decision.reject(changed(zone));
        }
        Decision<ZoneEvent> decision = decider.decide(zones, command);
        boolean isNew = zones.lastPosition(zone) == 0 && decision instanceof Decision.Accepted;
        return isNew && origin.expectedPosition() != null ? Decision.reject(changed(zone)) : decision;
    }

    /**
     * Whether the sender requires a state of the zone that is no longer the latest. False if the zone does not exist,
     * because that problem is more useful to the sender.
     */
    public static boolean hasChanged(Timelines zones, ZoneCode zone, Origin origin) {
        Long expected = origin.expectedPosition();
        long last = zones.lastPosition(zone);
        return expected != null && last != 0 && expected != last;
    }

    /** The rejection in that case. */
    public static Rejection changed(ZoneCode zone) {
        return Rejection.of(
                        ProblemType.ZONE_CHANGED,
                        "Zone " + zone + " has changed since the state in If-Match. Read it again, and send the"
                                + " command with its new ETag if it still makes sense.")
                .about("zone", zone);
    }
}
