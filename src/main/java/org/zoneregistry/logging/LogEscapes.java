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
 * Writes each log record in one line, {@link Escaped}, whichever class logs it. Text of clients gets into messages in
 * many ways, for example in messages of exceptions. It must not forge lines of the log, or send commands to the
 * terminal that shows it. {@code application.properties} names this class as the filter of the log handlers. It lets
 * every record pass except one kind that has no information.
 */
@LoggingFilter(name = "escaped")
public final class LogEscapes implements Filter {

    private static final String ALREADY_COMPLETE = "Result is already complete";
    private static final ExtFormatter MESSAGES = new PatternFormatter("%s");

    /**
     * Vert.x 4.5 fails a query a second time when a timer ends, if the query has failed already for lack of a
     * connection. Nobody waits for that second failure.
     */
    private static boolean isNoise(@Nullable Throwable thrown) {
        return thrown instanceof IllegalStateException
                && ALREADY_COMPLETE.equals(thrown.getMessage())
                && Stream.of(thrown.getStackTrace())
                        .anyMatch(call -> call.getClassName().endsWith(".SqlConnectionPool"));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same object means that nothing was escaped
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
                record.setParameters(null); // so that the message is not formatted again
            }
        }
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            record.setThrown(EscapedThrowable.of(thrown));
        }
        return true;
    }
}
