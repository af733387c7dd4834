package org.zoneregistry.commands.bus;

/** A command was decided on assumptions, and what came of it doesn't check them; it is to be decided after reading. */
final class UncheckedAssumptionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncheckedAssumptionsException() {
        super("nothing was appended that checks what was assumed", null, false, false);
    }
}
