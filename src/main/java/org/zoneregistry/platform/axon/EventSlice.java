package org.zoneregistry.platform.axon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * A family of events: their names in the log, their stored form, and their tags.
 *
 * @param <E> the sealed type of the events
 */
public interface EventSlice<E> {

    /** The type of all of them. */
    Class<E> family();

    /** The names of the types in the log, each with the version in which it is written today. */
    Map<String, Integer> types();

    /** The name in the log under which an event of the family is stored. */
    String typeOf(E event);

    /** The event's members, as they are stored. */
    JsonNode write(E event);

    /** The event that these members of the current version are; the reverse of {@link #write}. */
    E read(String type, JsonNode data);

    /**
     * The tags by which the log finds an event again.
     *
     * @param id the event's own id
     */
    Set<Tag> tags(UUID id, E event);
}
