package org.zoneregistry.audit.verification;

/** A verification can't be carried out; the message, for whoever asked for it, says why. */
final class CannotVerifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotVerifyException(String message) {
        super(message);
    }
}
