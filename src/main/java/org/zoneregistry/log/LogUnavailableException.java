package org.zoneregistry.log;

import io.vertx.core.Future;

/**
 * The log could not be reached in time: the database is down or overloaded, or the queue before it is full. Nothing was
 * appended by a command that failed with this. It may be tried again.
 */
public class LogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was being done, for the operator. */
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With what was being done, for the operator. */
    public LogUnavailableException(String message) {
        super(message);
    }

    public static <T> Future<T> future(Throwable cause) {
        return Future.failedFuture(
                new LogUnavailableException("the database didn't answer: " + cause.getMessage(), cause));
    }
}
