package org.zoneregistry.commands.bus;

import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.log.AppendReceipt;

/** The result of a command's handler, before the unit of work is committed. */
sealed interface Handled {

    /**
     * Events are to be appended when the unit of work commits.
     *
     * @param context the unit of work, in which the engine leaves the receipt
     */
    record Appending(ProcessingContext context) implements Handled {

        /** The places of the events in the log. Available only after the unit of work is committed. */
        AppendReceipt receipt() {
            AppendReceipt receipt = context.getResource(AppendReceipt.RESOURCE_KEY);
            if (receipt == null) {
                throw new IllegalStateException("The unit of work completed without an append.");
            }
            return receipt;
        }
    }

    /**
     * The command was tried out.
     *
     * @param trial the result that it would have
     */
    record Tried(Trial trial) implements Handled {}

    /**
     * Nothing is to be appended.
     *
     * @param lasting whether the outcome is final, so that it is kept under the command's idempotency key
     */
    record Settled(Outcome.Unchanged outcome, boolean lasting) implements Handled {}

    /** The command was recorded before, with this outcome. */
    record Recalled(Outcome.Recorded outcome) implements Handled {}
}
