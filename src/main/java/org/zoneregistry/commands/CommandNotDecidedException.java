package org.zoneregistry.commands;

import java.util.concurrent.RejectedExecutionException;

/** No outcome could be reached for now; nothing was recorded, and the command may be sent again. */
public final class CommandNotDecidedException extends RejectedExecutionException {

    private static final long serialVersionUID = 1L;

    public CommandNotDecidedException(String message, Throwable cause) {
        super(message, cause);
    }
}
