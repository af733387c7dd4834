package org.zoneregistry.http.front;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line that is logged for a request has its trace and its correlation id. */
@QuarkusTest
class RequestInLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<Map<String, String>> logged = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger("org.zoneregistry.access.AccessLog");
    private final ExtHandler handler = new ExtHandler() {
        @Override
        public void publish(LogRecord line) {
            if (line instanceof ExtLogRecord extended) {
                logged.add(extended.getMdcCopy());
            }
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(handler);
    }

    @Test
    void a_line_has_what_the_client_has_sent() {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("Correlation-Id", "office-0231-17")
                .get("/v1/events")
                .then()
                .statusCode(200);
        await().until(() -> !logged.isEmpty());
        assertThat(logged)
                .singleElement()
                .satisfies(ids -> assertThat(ids)
                        .containsEntry(RequestInLog.TRACE, TRACE)
                        .containsEntry(RequestInLog.CORRELATION, "office-0231-17"));
    }

    @Test
    void a_line_has_nothing_of_another_form_or_of_an_earlier_request() {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/v1/zones")
                .then()
                .statusCode(200);
        given().header("traceparent", "00-xyz")
                .header("Correlation-Id", "two words")
                .get("/v1/events")
                .then()
                .statusCode(200);
        await().until(() -> !logged.isEmpty());
        assertThat(logged)
                .singleElement()
                .satisfies(ids -> assertThat(ids).doesNotContainKeys(RequestInLog.TRACE, RequestInLog.CORRELATION));
    }
}
