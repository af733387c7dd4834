package org.zoneregistry.commands.bus;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.log.EventTypes.EventType;

/**
 * A family of events: their types in the log, and their tags.
 *
 * @param <E> the sealed type of the events
 */
public interface EventSlice<E> {

    /** The type of all of them. */
    Class<E> family();

    /** The types in the log, each with its stored form. */
    List<EventType<?>> types();

    /** The name in the log under which an event of the family is stored. */
    String typeOf(E event);

    /**
     * The tags by which the log finds the event.
     *
     * @param id the event's own id
     */
    Set<Tag> tags(UUID id, E event);
}
