package org.zoneregistry.platform.axon;

import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.eventstore.AppendReceipt;
import org.zoneregistry.platform.command.Outcome;

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
     * Nothing is to be appended.
     *
     * @param position the prefix on which it was decided
     * @param lasting whether the refusal is this command's outcome for good, so that it is kept under its idempotency
     *     key
     */
    record Refusing(Rejection rejection, long position, boolean lasting) implements Handled {}

    /** The command was recorded before, and this came of it. */
    record Recalled(Outcome.Recorded outcome) implements Handled {}
}
