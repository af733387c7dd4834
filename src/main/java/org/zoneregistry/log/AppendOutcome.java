package org.zoneregistry.log;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.AppendReceipt.Appended;

/** The outcome of one command: a receipt or a rejection. */
record AppendOutcome(
        PendingAppend command,
        @Nullable AppendReceipt receipt,
        @Nullable Exception rejection) {

    static AppendOutcome appended(PendingAppend command, List<Appended> events) {
        return new AppendOutcome(command, new AppendReceipt(events), null);
    }

    /** The condition matches an event that the decision did not know. */
    static AppendOutcome conflict(PendingAppend command) {
        return new AppendOutcome(
                command,
                null,
                new AppendEventsTransactionRejectedException(
                        "an event that the decision did not know matches " + command.condition.criteria()));
    }

    /** A tag of the command is sealed. */
    static AppendOutcome sealed(PendingAppend command) {
        return new AppendOutcome(
                command,
                null,
                new TagSealedException("a tag is sealed of "
                        + command.events.stream()
                                .flatMap(event -> event.tags().stream())
                                .toList()));
    }

    /** The last appended event; {@link LogHead#EMPTY} if there is none. */
    static LogHead last(List<AppendOutcome> outcomes) {
        LogHead last = LogHead.EMPTY;
        for (AppendOutcome outcome : outcomes) {
            AppendReceipt receipt = outcome.receipt();
            if (receipt != null && receipt.lastPosition() > last.position()) {
                last = receipt.last();
            }
        }
        return last;
    }

    /** How many commands were rejected. */
    static int conflicts(List<AppendOutcome> outcomes) {
        int conflicts = 0;
        for (AppendOutcome outcome : outcomes) {
            if (outcome.receipt == null) {
                conflicts++;
            }
        }
        return conflicts;
    }
}
