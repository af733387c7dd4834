package org.zoneregistry.zone.write;

import java.util.Set;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;

/** A command that records a fact about zones. */
public interface ZoneCommand {

    /**
     * The fact to record.
     *
     * @throws org.zoneregistry.decision.BrokenMember if the command's members contradict each other
     */
    ZoneFact fact();

    /** The zones that the decision depends on, which are the zones of the fact. */
    default Set<ZoneCode> zones() {
        return fact().zones();
    }
}
