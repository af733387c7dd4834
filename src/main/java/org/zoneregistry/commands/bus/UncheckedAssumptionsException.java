package org.zoneregistry.commands.bus;

/**
 * A command was decided on assumptions, and its outcome doesn't check them. It has to be decided again after a read.
 */
final class UncheckedAssumptionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncheckedAssumptionsException() {
        super("no append has checked the assumptions", null, false, false);
    }
}
