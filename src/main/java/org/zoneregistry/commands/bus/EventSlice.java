package org.zoneregistry.commands.bus;

import com.fasterxml.jackson.databind.Module;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.log.EventTypes.EventType;

/**
 * A family of events: their names in the log, their stored form, and their tags.
 *
 * @param <E> the sealed type of the events
 */
public interface EventSlice<E> {

    /** The type of all of them. */
    Class<E> family();

    /** The types in the log. */
    List<EventType> types();

    /** The name in the log under which an event of the family is stored. */
    String typeOf(E event);

    /** How the events are written as JSON and read. Decimals and dates are strings. */
    Module json();

    /**
     * The tags by which the log finds the event.
     *
     * @param id the event's own id
     */
    Set<Tag> tags(UUID id, E event);
}
