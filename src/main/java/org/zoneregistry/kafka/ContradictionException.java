package org.zoneregistry.kafka;

/**
 * The topic is not what this log was published to, or can't go on being it. Trying again doesn't help; an operator
 * does.
 */
final class ContradictionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContradictionException(String message) {
        super(message);
    }
}
