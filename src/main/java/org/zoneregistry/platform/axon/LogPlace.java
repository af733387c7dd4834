package org.zoneregistry.platform.axon;

import java.util.OptionalLong;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.zoneregistry.eventstore.JsonEventCodec;

/** Where in the log a sourced event stands. */
public final class LogPlace {

    private LogPlace() {}

    /** The event's position; empty for an event that is only about to be appended. */
    public static OptionalLong of(EventMessage message) {
        String position = message.metadata().get(JsonEventCodec.POSITION);
        return position == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(position));
    }
}
