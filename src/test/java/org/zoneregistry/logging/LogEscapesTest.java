package org.zoneregistry.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** Text of clients can't forge a line of the log, or send commands to a terminal. */
@QuarkusTest
class LogEscapesTest {

    private static final String HOSTILE =
            "\u001b[2J\r\n12:00:00.000 ERROR forged\u202e\u2028\u0085\u0000\ud800 区 %s {0}";
    private static final String HARMLESS =
            "\\u001B[2J\\r\\n12:00:00.000 ERROR forged\\u202E\\u2028\\u0085\\u0000\\uD800 区 %s {0}";

    private static final PatternFormatter LINES = new PatternFormatter("%s%e%n");

    private static String line(ExtLogRecord record) {
        assertThat(new LogEscapes().isLoggable(record)).isTrue();
        return LINES.format(record);
    }

    private static ExtLogRecord record(String message, ExtLogRecord.FormatStyle style, Object... parameters) {
        var record = new ExtLogRecord(org.jboss.logmanager.Level.WARN, message, style, LogEscapesTest.class.getName());
        record.setParameters(parameters);
        return record;
    }

    @Test
    void a_message_is_one_line_however_it_is_made() {
        assertThat(line(record("%s is refused", ExtLogRecord.FormatStyle.PRINTF, HOSTILE)))
                .isEqualTo(HARMLESS + " is refused" + System.lineSeparator());
        assertThat(line(record("{0} is refused", ExtLogRecord.FormatStyle.MESSAGE_FORMAT, HOSTILE)))
                .isEqualTo(HARMLESS + " is refused" + System.lineSeparator());
        assertThat(line(record(HOSTILE, ExtLogRecord.FormatStyle.NO_FORMAT)))
                .isEqualTo(HARMLESS + System.lineSeparator());
    }

    @Test
    void so_are_the_messages_of_exceptions_and_of_their_causes() {
        var thrown = new IllegalStateException("outer " + HOSTILE, new IOException(HOSTILE));
        thrown.addSuppressed(new NumberFormatException(HOSTILE));
        var record = record("failed", ExtLogRecord.FormatStyle.NO_FORMAT);
        record.setThrown(thrown);
        var lines = line(record);
        assertThat(lines)
                .contains("java.lang.IllegalStateException: outer " + HARMLESS)
                .contains("Caused by: java.io.IOException: " + HARMLESS)
                .contains("java.lang.NumberFormatException: " + HARMLESS)
                .contains("\tat " + LogEscapesTest.class.getName());
        assertThat(lines.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r'))
                .isEmpty();
        assertThat(lines.lines().filter(line -> line.startsWith("12:00"))).isEmpty();
    }

    @Test
    void exceptions_that_cause_each_other_end() {
        var first = new IllegalStateException(HOSTILE);
        first.initCause(new IllegalStateException(first));
        var record = record("failed", ExtLogRecord.FormatStyle.NO_FORMAT);
        record.setThrown(first);
        assertThat(line(record)).contains(HARMLESS);
    }

    @Test
    void what_is_harmless_stays_as_it_is() {
        var thrown = new IllegalStateException("区");
        var record = record("新港 %d%%", ExtLogRecord.FormatStyle.PRINTF, 5);
        record.setThrown(thrown);
        assertThat(line(record)).startsWith("新港 5%");
        assertThat(record.getThrown()).isSameAs(thrown);
        assertThat(record.getParameters()).containsExactly(5);
    }

    /** For every category, including the HTTP access log. */
    @Test
    void every_handler_of_the_log_has_the_filter() {
        List<Handler> handlers = Arrays.stream(
                        LogContext.getLogContext().getLogger("").getHandlers())
                .flatMap(handler -> handler instanceof ExtHandler several && several.getHandlers().length > 0
                        ? Arrays.stream(several.getHandlers())
                        : java.util.stream.Stream.of(handler))
                .filter(handler -> handler.getClass().getSimpleName().contains("Console"))
                .toList();
        assertThat(handlers).isNotEmpty();
        for (var handler : handlers) {
            var record = record(HOSTILE, ExtLogRecord.FormatStyle.NO_FORMAT);
            assertThat(handler.isLoggable(record)).isTrue();
            assertThat(record.getMessage()).isEqualTo(HARMLESS);
        }
        Logger.getLogger("io.quarkus.http.access-log").infof("GET %s", HOSTILE);
    }
}
