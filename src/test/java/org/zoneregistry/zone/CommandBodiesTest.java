package org.zoneregistry.zone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeRequests.json;
import static org.zoneregistry.trade.write.TradeRequests.recorded;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.SchemaBodies;
import org.zoneregistry.testing.UniqueCodes;

/**
 * Bodies for every command, made from the document: for any content nothing fails, and problems are reported as
 * violations.
 */
@QuarkusTest
class CommandBodiesTest {

    private static final int BODIES = 150;
    private static final int SENDERS = 4;
    private static final String JSON_BODY = "/requestBody/content/application~1json/schema";

    private record Command(String path, JsonNode schema) {}

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(given().accept("application/json").get("/openapi").asByteArray());
    }

    private static List<Command> commands(JsonNode document) {
        var commands = new ArrayList<Command>();
        document.path("paths").properties().forEach(path -> {
            JsonNode schema = path.getValue().path("post").at(JSON_BODY);
            if (path.getKey().startsWith("/v1/") && !schema.isMissingNode()) {
                commands.add(new Command(path.getKey(), schema));
            }
        });
        return commands;
    }

    private static Map<String, List<String>> known() {
        String zone = zone();
        String fact = json("{\"effectiveOn\": \"2011\", \"areaKm2\": 5}")
                .post("/v1/zones/{zone}/area", zone)
                .path("events[0].id");
        String enterprise = UniqueCodes.next();
        json("""
                {"id": "%s", "name": "A", "industry": "84", "leading": true, \
                "effectiveOn": "2012"}""".formatted(enterprise))
                .post("/v1/zones/{zone}/enterprises", zone)
                .then()
                .statusCode(201);
        String conversion = json("{\"effectiveOn\": \"2012\"}")
                .post("/v1/zones/{zone}/conversion", zone)
                .path("events[0].id");
        return new HashMap<>(Map.of(
                "code", List.of(zone, zone()),
                "absorbs", List.of(zone, zone(), "no-such-zone"),
                "zone", List.of(zone, zone()),
                "eventId", List.of(fact, conversion),
                "entryId", List.of(recorded(zone)),
                "kind", List.of("cold-chain"),
                "province", List.of("CN-JS", "CN-XX"),
                "id", List.of(enterprise),
                "territory", List.of("CN", "CN-JS")));
    }

    @Test
    void no_body_of_any_command_makes_the_registry_fail() throws Exception {
        JsonNode document = document();
        var known = known();
        var bodies = new SchemaBodies(document, known);
        long seed = Long.getLong("bodies.seed", System.nanoTime());
        List<Command> commands = commands(document);
        assertThat(commands).hasSizeGreaterThan(14);
        List<Future<?>> sending = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            for (Command command : commands) {
                var random = new Random(seed + sending.size());
                sending.add(threads.submit(() -> send(command, bodies, random, known, seed)));
            }
        }
        for (Future<?> each : sending) {
            each.get();
        }
    }

    private static void send(
            Command command, SchemaBodies bodies, Random random, Map<String, List<String>> known, long seed) {
        for (int number = 0; number < BODIES; number++) {
            String body = bodies.body(random, command.schema()).toString();
            String path = path(random, command, known);
            Response answer = json(body).post(path);
            assertThat(answer.statusCode())
                    .as("-Dbodies.seed=%d: POST %s %s: %s", seed, path, body, answer.asString())
                    .isLessThan(500);
            if (answer.statusCode() == 400) {
                assertThat(answer.<List<Object>>path("violations"))
                        .as("-Dbodies.seed=%d: POST %s %s: %s", seed, path, body, answer.asString())
                        .isNotEmpty();
            }
        }
    }

    private static String path(Random random, Command command, Map<String, List<String>> known) {
        String path = command.path();
        for (String name : List.of("code", "eventId", "entryId", "kind", "id")) {
            List<String> values = known.getOrDefault(name, List.of(UniqueCodes.next()));
            path = path.replace("{" + name + "}", values.get(random.nextInt(values.size())));
        }
        return path;
    }
}
