package org.zoneregistry.log;

import io.vertx.core.Future;

/**
 * The log could not be reached in time: the database is down or overloaded, or the queue is full. A command that failed
 * with this has appended nothing. It may be retried.
 */
public class LogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was being done, for the operator */
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param message what was being done, for the operator */
    public LogUnavailableException(String message) {
        super(message);
    }

    public static <T> Future<T> future(Throwable cause) {
        return Future.failedFuture(
                new LogUnavailableException("the database didn't answer: " + cause.getMessage(), cause));
    }
}
