package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of an error doesn't depend on the language of the server. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        // state, refused, may pass, may end the server
        "23505, true, false, false", // unique violation
        "22P05, true, false, false", // untranslatable character
        "ZR001, true, false, false", // the batch was cancelled
        "42883, true, false, false", // undefined function
        "55P03, true, true, false", // lock not available
        "57014, true, true, false", // query canceled
        "40001, true, true, false", // serialization failure
        "40P01, true, true, false", // deadlock
        "25006, true, true, false", // read-only transaction
        "53100, true, true, true", // disk full, which is a PANIC if WAL can't be written
        "53200, true, true, true", // out of memory
        "58030, true, true, true", // I/O error, which is a PANIC if WAL can't be flushed
        "XX000, true, false, true", // internal error
        "57P01, false, false, false", // admin shutdown, which can come after the commit
        "57P02, false, false, false", // crash shutdown
        "57P03, false, false, false", // cannot connect now
        "57P05, false, false, false", // idle session timeout
        "25P03, false, false, false", // idle in transaction timeout
        "25P04, false, false, false", // transaction timeout
        "40003, false, false, false", // statement completion unknown
        "08006, false, false, false", // connection failure
    })
    void errors_are_told_apart_by_their_state(String state, boolean refused, boolean passes, boolean serverMayEnd) {
        for (String severity : new String[] {"ERROR", "错误", "FEHLER", "PANIC", "致命错误"}) {
            var failure = new PgException("消息", severity, state, "细节");
            assertThat(Failures.isRefusal(failure)).as("refused").isEqualTo(refused);
            assertThat(Failures.isTransient(failure)).as("passes").isEqualTo(passes);
            assertThat(Failures.mayEndServer(failure)).as("the server may end").isEqualTo(serverMayEnd);
        }
    }

    @Test
    void what_is_no_error_of_the_database_says_nothing_about_the_statement() {
        for (Throwable failure : new Throwable[] {
            new ClosedChannelException(),
            new PgException("no state", "ERROR", null, ""),
            new PgException("half a state", "ERROR", "23", "")
        }) {
            assertThat(Failures.isRefusal(failure)).isFalse();
            assertThat(Failures.isTransient(failure)).isFalse();
            assertThat(Failures.mayEndServer(failure)).isFalse();
        }
    }
}
