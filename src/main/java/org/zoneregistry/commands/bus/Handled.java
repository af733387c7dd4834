package org.zoneregistry.commands.bus;

import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.log.AppendReceipt;

/** What the handler of a command came to, before the unit of work is committed. */
sealed interface Handled {

    /**
     * Events are to be appended when the unit of work commits.
     *
     * @param context the unit of work, in which the engine leaves the receipt
     */
    record Appending(ProcessingContext context) implements Handled {

        /** Where the events came to stand; only once the unit of work is committed. */
        AppendReceipt receipt() {
            AppendReceipt receipt = context.getResource(AppendReceipt.RESOURCE_KEY);
            if (receipt == null) {
                throw new IllegalStateException("The unit of work completed without an append.");
            }
            return receipt;
        }
    }

    /**
     * The command was decided, and that is all that was asked for.
     *
     * @param trial what would come of it
     */
    record Tried(Trial trial) implements Handled {}

    /**
     * Nothing is to be appended.
     *
     * @param lasting whether that is this command's outcome for good, so that it is kept under its idempotency key
     */
    record Settled(Outcome.Unchanged outcome, boolean lasting) implements Handled {}

    /** The command was recorded before, and this came of it. */
    record Recalled(Outcome.Recorded outcome) implements Handled {}
}
