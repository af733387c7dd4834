package org.zoneregistry.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs until it is closed. Clients of the application send commands of all kinds (facts about zones, trade,
 * corrections, published figures, enterprises) and request replays of zones. An operator rebuilds the read models, one
 * after the other.
 */
public final class CommandsMeanwhile implements AutoCloseable {

    private static final int CLIENTS = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger rebuilt = new AtomicInteger();
    private final Queue<String> zones = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean goesOn = true;

    /** Begins to send. */
    public CommandsMeanwhile() {
        for (int i = 0; i < CLIENTS; i++) {
            threads.execute(() -> repeat(this::aZonesLife));
        }
    }

    /** From now on, read models are rebuilt and swapped too. */
    public void rebuild() {
        threads.execute(() -> repeat(this::rebuilds));
    }

    /** The number of acknowledged commands. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /** The number of rebuilt and swapped read models. */
    public int rebuilt() {
        return rebuilt.get();
    }

    private void repeat(Runnable work) {
        while (goesOn) {
            try {
                work.run();
            } catch (RuntimeException | AssertionError failed) {
                failures.add(failed);
                return;
            }
        }
    }

    private void aZonesLife() {
        String zone = UniqueCodes.next();
        send(201, "/v1/zones", """
                {"code": "%s", "name": {"en": "Busy"}, "type": "bonded-zone", "province": "CN-JS", \
                "effectiveOn": "2010-07-01"}
                """.formatted(zone));
        String entry = UniqueCodes.next();
        send(201, "/v1/zones/" + zone + "/trade", """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "hsChapter": "88", "enterprise": "91-A", "partner": "DE", "value": "100.00"}""".formatted(entry));
        send(200, "/v1/zones/" + zone + "/acceptance", "{\"effectiveOn\": \"2011-01-01\"}");
        String renamed = send(200, "/v1/zones/" + zone + "/name", """
                {"effectiveOn": "2012-01-01", "name": {"en": "Busier"}}""").path("events[0].id");
        send(200, "/v1/trade/" + entry + "/correction", "{\"value\": \"7.50\", \"reason\": \"misread\"}");
        String area = send(200, "/v1/zones/" + zone + "/area", "{\"effectiveOn\": \"2013-01-01\", \"areaKm2\": 5.2}")
                .path("events[0].id");
        send(201, "/v1/aggregates", """
                {"subject": "foreign-trade", "territory": "CN-SC", "period": "2022", "total": "100", "import": "60.00",
                 "export": "60.00", "source": "press conference"}""");
        send(201, "/v1/zones/" + zone + "/enterprises", """
                {"id": "%s", "name": "Aero", "industry": "bonded-maintenance", "leading": true,
                 "effectiveOn": "2012-06"}""".formatted(UniqueCodes.next()));
        send(200, "/v1/facts/" + renamed + "/amendment", """
                {"values": {"name": {"en": "Busiest"}}, "reason": "misread"}""");
        send(200, "/v1/facts/" + area + "/withdrawal", "{\"reason\": \"misread\"}");
        send(200, "/v1/trade/" + entry + "/withdrawal", "{\"reason\": \"declared twice\"}");
        int last = send(
                        200,
                        "/v1/zones/" + zone + "/closure",
                        "{\"effectiveOn\": \"2015-07-01\", \"reason\": \"no use\"}")
                .path("position");
        for (int knownAt : List.of(last, last - 3)) {
            given().header("Registry-Min-Position", knownAt)
                    .get("/v1/audit/replay/zones/" + zone + "?validAt=2014-01-01&knownAt=" + knownAt)
                    .then()
                    .statusCode(200)
                    .body("agrees", equalTo(true));
        }
        zones.add(zone);
    }

    /** A zone that gets no further commands; null if there is none yet. */
    public @Nullable String zone() {
        return zones.peek();
    }

    private Response send(int status, String path, String body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(status);
        acknowledged.incrementAndGet();
        return answer;
    }

    private void rebuilds() {
        for (String projection : List.of("registry", "statistics")) {
            String address = given().noContentType()
                    .post("/v1/projections/" + projection + "/rebuild")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            String state = "filling";
            while (goesOn && "filling".equals(state)) {
                pause();
                state = given().get(address).path("state");
            }
            assertThat(state).isIn("filling", "done");
            if ("done".equals(state)) {
                rebuilt.incrementAndGet();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all clients. Fails if one of them got a wrong answer. */
    @Override
    public void close() {
        goesOn = false;
        threads.close(); // waits until they have ended
        assertThat(failures).isEmpty();
    }
}
