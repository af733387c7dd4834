package org.zoneregistry.zone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.oracle.NaiveFold;
import org.zoneregistry.testing.CommandRequests;
import org.zoneregistry.testing.RandomHistories;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.json.ZoneEventJson;

/**
 * Sends random histories as a client does; then asks the registry at random pairs of times, and compares its answers
 * with the definition.
 */
@QuarkusTest
class RegistryOverHttpTest {

    private static final int COMMANDS = 30;
    private static final int QUESTIONS = 25;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    EventLog log;

    @BeforeEach
    void borrowGenerators() {
        JqwikSession.start();
    }

    @AfterEach
    void giveGeneratorsBack() {
        JqwikSession.finish();
    }

    private static List<Long> seeds() {
        return new Random(20230320L).longs(12).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_pair_of_times_is_answered_as_the_definition_says(long seed) throws IOException {
        var random = new Random(seed);
        var requests = new CommandRequests(UniqueCodes.next());
        List<RecordedZoneEvent> recorded = send(random, requests);
        assertThat(recorded).isNotEmpty();
        var days = RandomHistories.days().generator(1000);
        for (int question = 0; question < QUESTIONS; question++) {
            ZoneCode zone = RandomHistories.ZONES.get(random.nextInt(RandomHistories.ZONES.size()));
            LocalDate validAt = days.next(random).value();
            long knownAt = recorded.get(random.nextInt(recorded.size())).position() - random.nextInt(2);
            var expected = NaiveFold.at(recorded, knownAt, new ZoneCode(requests.code(zone)), validAt);
            assertThat(answered(requests.code(zone), validAt, knownAt))
                    .as("%s at %s as known at %d", zone, validAt, knownAt)
                    .isEqualTo(expected.map(RegistryOverHttpTest::comparable));
        }
    }

    /** Sends a history, and reads the resulting events from the log. */
    private List<RecordedZoneEvent> send(Random random, CommandRequests requests) {
        var history =
                RandomHistories.histories(COMMANDS).generator(1000).next(random).value();
        var recorded = new ArrayList<RecordedZoneEvent>();
        var facts = new ArrayList<UUID>();
        for (RandomHistories.Step step : history) {
            Object command = step.command(facts);
            if (command == null) {
                continue;
            }
            var request = requests.of(command);
            var response =
                    given().contentType(ContentType.JSON).body(request.body()).post(request.path());
            assertThat(response.statusCode())
                    .as(request + " " + response.asString())
                    .isIn(200, 201, 400, 404, 409);
            long position = response.statusCode() < 300 ? response.jsonPath().getLong("position") : 0;
            boolean isNew = recorded.isEmpty() || position > recorded.getLast().position(); // otherwise recorded before
            if (position > 0 && isNew) {
                var event = stored(position);
                recorded.add(event);
                if (event.event() instanceof ZoneFact) {
                    facts.add(event.id());
                }
            }
        }
        return recorded;
    }

    private RecordedZoneEvent stored(long position) {
        return ZoneEventJson.readRecorded(log.findByPositions(List.of(position))
                        .toCompletableFuture()
                        .join()
                        .getFirst())
                .orElseThrow();
    }

    private static Optional<Map<String, Object>> answered(String code, LocalDate validAt, long knownAt)
            throws IOException {
        var response = given().queryParam("validAt", validAt.toString())
                .queryParam("knownAt", knownAt)
                .get("/v1/zones/{code}", code);
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.header("Registry-Position")).isEqualTo(Long.toString(knownAt));
        Map<String, Object> members = new HashMap<>();
        JsonNode zone = JSON.readTree(response.asByteArray());
        zone.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.remove("region");
        return Optional.of(comparable(members));
    }

    /** As JSON, so that numbers compare by value, and the order of members does not matter. */
    private static Map<String, Object> comparable(Map<String, Object> members) {
        var comparable = new HashMap<String, Object>();
        members.forEach((name, value) -> {
            JsonNode json = JSON.valueToTree(value);
            comparable.put(name, json.isNumber() ? json.decimalValue().stripTrailingZeros() : json);
        });
        return comparable;
    }
}
