package org.zoneregistry.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is logged in one line, with all of it {@link Escaped}, whoever logs it: what clients say gets into
 * messages in many ways, also into those of exceptions, and must not forge lines of the log or command the terminal
 * that shows it. The handlers of the log name it as their filter in {@code application.properties}. It lets every
 * record pass but one kind that says nothing.
 */
@LoggingFilter(name = "escaped")
public final class LogEscapes implements Filter {

    private static final String ALREADY_COMPLETE = "Result is already complete";
    private static final ExtFormatter MESSAGES = new PatternFormatter("%s");

    /**
     * Vert.x 4.5 fails a query again, when a timer ends, that has failed for want of a connection; nobody waits any
     * more.
     */
    private static boolean isNoise(@Nullable Throwable thrown) {
        return thrown instanceof IllegalStateException
                && ALREADY_COMPLETE.equals(thrown.getMessage())
                && Stream.of(thrown.getStackTrace())
                        .anyMatch(call -> call.getClassName().endsWith(".SqlConnectionPool"));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same object says that nothing was escaped
    public boolean isLoggable(LogRecord record) {
        if (isNoise(record.getThrown())) {
            return false;
        }
        String message = MESSAGES.formatMessage(record);
        if (message != null) {
            String escaped = Escaped.of(message);
            if (escaped != message) {
                if (record instanceof ExtLogRecord extended) {
                    extended.setMessage(escaped, ExtLogRecord.FormatStyle.NO_FORMAT);
                } else {
                    record.setMessage(escaped);
                }
                record.setParameters(null); // so that nothing is formatted again
            }
        }
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            record.setThrown(EscapedThrowable.of(thrown));
        }
        return true;
    }
}
