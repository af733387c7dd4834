package org.zoneregistry.kafka;

/**
 * The topic contradicts the log, or has settings with which it can't hold the log. A retry doesn't help; an operator
 * has to act.
 */
final class ContradictionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContradictionException(String message) {
        super(message);
    }
}
