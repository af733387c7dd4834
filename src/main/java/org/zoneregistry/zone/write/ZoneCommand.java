package org.zoneregistry.zone.write;

import java.util.Set;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;

/** A command that records a fact about zones. */
public interface ZoneCommand {

    /**
     * The fact to record.
     *
     * @throws IllegalArgumentException if the command's members contradict each other
     */
    ZoneFact fact();

    /** The zones that the decision depends on: those that the fact touches. */
    default Set<ZoneCode> zones() {
        return fact().zones();
    }
}
