package org.zoneregistry.audit.verification;

/** A verification is impossible; the message says why, for the client. */
final class CannotVerifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotVerifyException(String message) {
        super(message);
    }
}
