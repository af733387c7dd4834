package org.zoneregistry.commands;

import java.util.concurrent.RejectedExecutionException;

/** The command has no outcome for now. Nothing was recorded, and the command may be sent again. */
public final class CommandNotDecidedException extends RejectedExecutionException {

    private static final long serialVersionUID = 1L;

    public CommandNotDecidedException(String message, Throwable cause) {
        super(message, cause);
    }
}
