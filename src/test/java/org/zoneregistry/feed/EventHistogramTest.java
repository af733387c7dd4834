package org.zoneregistry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.trade.write.TradeRequests;

/** The events of the log by the time at which they were recorded, compared with a count of all of them. */
@QuarkusTest
class EventHistogramTest {

    @Inject
    EventLog log;

    private record Part(String from, String until, long after, long upTo, long events) {}

    private static List<Part> parts(String query) {
        return given().get("/v1/events/histogram?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$", Part.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 200})
    void has_every_event_once_in_the_part_of_its_time(int number) {
        TradeRequests.zone();
        long head = log.head().toCompletableFuture().join().position();
        List<StoredEvent> events =
                log.readAfter(0, Math.toIntExact(head)).toCompletableFuture().join();
        List<Part> parts = parts("parts=" + number + "&knownAt=" + head);
        assertThat(parts).hasSize(number);
        Instant from = events.getFirst().recordedAt();
        long after = 0;
        for (Part part : parts) {
            Instant until = Instant.parse(part.until());
            assertThat(Instant.parse(part.from())).isEqualTo(from);
            assertThat(part.after()).isEqualTo(after);
            assertThat(part.upTo())
                    .isEqualTo(events.stream()
                            .filter(event -> !event.recordedAt().isAfter(until))
                            .count());
            assertThat(part.events()).isEqualTo(part.upTo() - after);
            from = until;
            after = part.upTo();
        }
        assertThat(from).isEqualTo(events.getLast().recordedAt());
        assertThat(after).isEqualTo(head);
    }

    @Test
    void a_single_event_has_a_single_part_and_no_event_has_none() {
        TradeRequests.zone();
        List<Part> one = parts("knownAt=1");
        assertThat(one).hasSize(1);
        assertThat(one.getFirst())
                .extracting(Part::after, Part::upTo, Part::events)
                .containsExactly(0L, 1L, 1L);
        assertThat(one.getFirst().from()).isEqualTo(one.getFirst().until());
        given().get("/v1/events/histogram?knownAt=0").then().statusCode(200).body("$", equalTo(List.of()));
        assertThat(RecordedEvents.ends(Instant.EPOCH, Instant.EPOCH.plusNanos(3_000), 48))
                .containsExactly(Instant.EPOCH.plusNanos(1_000), Instant.EPOCH.plusNanos(2_000));
    }

    @Test
    void the_past_never_changes_and_rows_are_to_be_had_as_csv() {
        TradeRequests.zone();
        given().accept("text/csv")
                .get("/v1/events/histogram?knownAt=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .body(startsWith("from,until,after,upTo,events\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts=0", "parts=201", "parts=x"})
    void what_is_not_understood_is_refused(String query) {
        given().get("/v1/events/histogram?" + query)
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("?parts")));
    }
}
