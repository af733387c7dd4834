package org.zoneregistry.log;

import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Translates between Axon's messages and the stored form. It must be pure and safe for use by several threads. */
public interface EventCodec {

    /**
     * The stored form of a message.
     *
     * @throws IllegalArgumentException if the message can't be stored: its type isn't in the table, its identifier is
     *     no UUID, or its content has no canonical form
     */
    EncodedEvent encode(TaggedEventMessage<?> tagged);

    /**
     * The message of a stored event. If the type or version is unknown, everything except the payload can be read;
     * reading the payload throws {@link UnknownEventException}.
     *
     * @throws UnreadableEventException if the payload does not fit the type
     */
    EventMessage decode(StoredEvent event);

    /** How a tag is stored: {@code key:value}. The key must not have a colon, because it ends at the first one. */
    static String tag(Tag tag) {
        if (tag.key().indexOf(':') >= 0) {
            throw new IllegalArgumentException("a tag's key can't have a colon: " + tag.key());
        }
        return tag.key() + ':' + tag.value();
    }
}
