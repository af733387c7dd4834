package org.zoneregistry.log;

import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;

/** The append was rejected, because one of its events has a tag that {@link SealedTags} has sealed. */
public class TagSealedException extends AppendEventsTransactionRejectedException {

    private static final long serialVersionUID = 1L;

    /** @param message has the tags of the command */
    public TagSealedException(String message) {
        super(message);
    }
}
