package org.zoneregistry.commands;

import io.smallrye.mutiny.Uni;

/** Sends commands to their slices. */
public interface Commands {

    /**
     * Sends a command and awaits its outcome. Conflicts with concurrent commands are retried inside.
     *
     * @param command the command, of a kind that a slice handles
     * @param origin who sends it
     * @return the outcome; fails only if none could be reached, and then nothing is known to be recorded
     */
    Uni<Outcome> send(Object command, Origin origin);

    /**
     * Decides a command and records nothing. Ignores an idempotency key.
     *
     * @param command the command, of a kind that a slice handles
     * @param origin who would send it
     */
    Uni<Trial> tryOut(Object command, Origin origin);
}
