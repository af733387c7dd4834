package org.zoneregistry.commands.bus;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;

/** A kind of state that commands are decided on, and how it is sourced. */
public interface EntitySlice {

    /** Its wiring; every call makes a new module. */
    EventSourcedEntityModule<?, ?> module();
}
