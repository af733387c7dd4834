package org.zoneregistry.audit.checkpoint;

import java.io.Serial;

/** No checkpoint covers that many events yet, but there are earlier checkpoints. */
public final class NotCoveredException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotCoveredException(long size) {
        super("no checkpoint covers " + size + " events yet");
    }
}
