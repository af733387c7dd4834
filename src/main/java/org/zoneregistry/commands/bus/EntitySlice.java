package org.zoneregistry.commands.bus;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;

/** A kind of state for decisions, and how it is sourced. */
public interface EntitySlice {

    /** Its wiring. Every call makes a new module. */
    EventSourcedEntityModule<?, ?> module();
}
