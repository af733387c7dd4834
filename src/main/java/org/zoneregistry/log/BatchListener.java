package org.zoneregistry.log;

/** Is told of each batch that the database has answered. It must not block. */
@FunctionalInterface
public interface BatchListener {

    /** Listens to nothing. */
    BatchListener NONE = (commands, conflicts, nanos) -> {};

    /**
     * A batch was answered.
     *
     * @param commands how many commands it had
     * @param conflicts how many of them were rejected because an event matches their condition
     * @param nanos from sending it to its answer
     */
    void answered(int commands, int conflicts, long nanos);
}
