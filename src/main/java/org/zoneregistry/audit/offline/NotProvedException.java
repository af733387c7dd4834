package org.zoneregistry.audit.offline;

import java.io.Serial;

/** The input proves nothing, so verification stops. */
final class NotProvedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    NotProvedException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
