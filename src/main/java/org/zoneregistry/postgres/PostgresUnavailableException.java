package org.zoneregistry.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded server is not available. The message is one line for an operator: what is wrong and what to do. */
public final class PostgresUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresUnavailableException(String message) {
        super(message);
    }

    PostgresUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
