package org.zoneregistry.zone.write;

import java.util.Set;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;

/** A command that asks for a fact about zones to be recorded. */
public interface ZoneCommand {

    /**
     * The fact as it would be recorded.
     *
     * @throws IllegalArgumentException if the command's members do not go together
     */
    ZoneFact fact();

    /** The zones that must be looked at to decide: those that the fact touches. */
    default Set<ZoneCode> zones() {
        return fact().zones();
    }
}
