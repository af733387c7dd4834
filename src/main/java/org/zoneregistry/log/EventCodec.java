package org.zoneregistry.log;

import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Between Axon's messages and what is stored. Must be pure and safe for use by several threads. */
public interface EventCodec {

    /**
     * The stored form of a message.
     *
     * @throws IllegalArgumentException where the message can't be stored: its type isn't in the table, its identifier
     *     is no UUID, or its content has no canonical form
     */
    EncodedEvent encode(TaggedEventMessage<?> tagged);

    /**
     * The message of a stored event. Where the type or version isn't known, everything but the payload can be asked of
     * it; who asks for that gets an {@link UnknownEventException}.
     *
     * @throws UnreadableEventException where the payload isn't one of the type
     */
    EventMessage decode(StoredEvent event);

    /** How a tag is stored: {@code key:value}. The key can't have a colon, or the two could not be told apart. */
    static String tag(Tag tag) {
        if (tag.key().indexOf(':') >= 0) {
            throw new IllegalArgumentException("a tag's key can't have a colon: " + tag.key());
        }
        return tag.key() + ':' + tag.value();
    }
}
