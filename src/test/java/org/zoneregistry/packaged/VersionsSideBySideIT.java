package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.packaged.Zones.establish;
import static org.zoneregistry.packaged.Zones.establishment;
import static org.zoneregistry.packaged.Zones.newCode;
import static org.zoneregistry.packaged.Zones.position;
import static org.zoneregistry.packaged.Zones.read;
import static org.zoneregistry.packaged.Zones.rename;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.TestDatabase;

/**
 * A rolling upgrade: two nodes of this version serve, and one of the next version joins them. It migrates the database,
 * records events of a new type, and has its own projection.
 */
class VersionsSideBySideIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SignerKey KEY = SignerKey.generate("zone-registry/versions");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Program next;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PackagedRegistry older;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PackagedRegistry otherOlder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PackagedRegistry newer;

    @BeforeAll
    static void upgradeOneNode() throws IOException, InterruptedException {
        next = NextVersion.build();
        older = launch(Program.packaged());
        otherOlder = launch(Program.packaged());
        older.awaitReady();
        otherOlder.awaitReady();
        establish(older, newCode());
        newer = launch(next);
        newer.awaitReady();
    }

    @AfterAll
    static void end() {
        List.of(older, otherOlder, newer).forEach(PackagedRegistry::close);
    }

    private static PackagedRegistry launch(Program program) throws IOException {
        return Launch.on(DATABASE, directory, KEY).running(program).small().begin();
    }

    @Test
    void what_the_next_version_records_breaks_no_node_of_this_one() throws Exception {
        String code = newCode();
        establish(older, code);
        String rated = position(rate(newer, code, "A"));
        for (PackagedRegistry node : List.of(older, otherOlder)) {
            HttpResponse<String> zone = node.get("/v1/zones/" + code, "Registry-Min-Position", rated);
            assertThat(zone.statusCode()).as(zone.body()).isEqualTo(200);
            JsonNode event = node.getJson("/v1/events?after=" + (Long.parseLong(rated) - 1) + "&limit=1")
                    .get(0);
            assertThat(event.path("type").asText()).contains("ZoneRated");
            assertThat(event.path("data").path("grade").asText()).isEqualTo("A");
            assertThat(node.getJson("/v1/zones/" + code + "/history").toString())
                    .contains("ZoneRated");
            await().atMost(PATIENCE).until(() -> node.signed() >= Long.parseLong(rated));
            assertThat(node.get("/v1/audit/proofs/inclusion?position=" + rated).statusCode())
                    .isEqualTo(200);
            rename(node, code, "Renamed by " + node.pid(), 2012);
        }
        assertThat(read(newer, "/v1/zones/" + code, position(rename(older, code, "Last", 2013))))
                .contains("Last");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gradesOf(code)).isEqualTo("A"));
    }

    @Test
    void a_key_of_the_next_versions_command_is_known_to_this_one() throws Exception {
        String code = newCode();
        establish(older, code);
        String key = "rating " + code;
        HttpResponse<String> rated = post(newer, code, key, "B");
        assertThat(rated.statusCode()).as(rated.body()).isEqualTo(200);
        HttpResponse<String> again = post(newer, code, key, "B");
        assertThat(again.body()).isEqualTo(rated.body());
        HttpResponse<String> other = older.post("/v1/zones", key, establishment(newCode()));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(older.post("/v1/zones/" + code + "/grades", key, "{\"grade\": \"B\"}")
                        .statusCode())
                .as("this version has no such command")
                .isEqualTo(404);
    }

    @Test
    void what_contradicts_what_the_other_version_recorded_is_refused() throws Exception {
        for (int round = 0; round < 5; round++) {
            String code = newCode();
            HttpResponse<String> first =
                    (round % 2 == 0 ? older : newer).post("/v1/zones", code + " first", establishment(code));
            String other = establishment(code).replace("\"2010", "\"2011");
            HttpResponse<String> second = (round % 2 == 0 ? newer : older).post("/v1/zones", code + " second", other);
            assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 409);
        }
    }

    @Test
    void this_version_starts_where_the_next_has_migrated() throws Exception {
        otherOlder.close();
        String rated = position(rate(newer, establishedBy(newer), "C"));
        otherOlder = launch(Program.packaged());
        otherOlder.awaitReady();
        String code = newCode();
        read(otherOlder, "/v1/zones/" + code, position(establish(otherOlder, code)));
        await().atMost(PATIENCE).until(() -> otherOlder.signed() > Long.parseLong(rated));
    }

    @Test
    void each_version_goes_on_for_the_other() throws Exception {
        newer.kill();
        String code = establishedBy(older);
        newer = launch(next);
        newer.awaitReady();
        String grown = position(rate(newer, code, "D"));
        read(newer, "/v1/zones/" + code, grown);

        older.kill();
        otherOlder.kill();
        String left = newCode();
        String alone = position(establish(newer, left));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(newer.get("/v1/zones/" + left, "Registry-Min-Position", alone)
                                .statusCode())
                        .isEqualTo(200));
        await().atMost(PATIENCE).until(() -> newer.signed() >= Long.parseLong(alone));

        older = launch(Program.packaged());
        otherOlder = launch(Program.packaged());
        older.awaitReady();
        otherOlder.awaitReady();
        read(older, "/v1/zones/" + left, alone);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gradesOf(code)).isEqualTo("D"));
    }

    @Test
    void the_registry_is_whole_to_both_versions() throws Exception {
        String code = establishedBy(newer);
        String rated = position(rate(newer, code, "A"));
        for (PackagedRegistry node : List.of(older, newer)) {
            await().atMost(PATIENCE).until(() -> node.signed() >= Long.parseLong(rated));
            node.verify();
        }
    }

    private static String establishedBy(PackagedRegistry node) throws IOException {
        String code = newCode();
        establish(node, code);
        return code;
    }

    private static HttpResponse<String> rate(PackagedRegistry node, String code, String grade) throws IOException {
        HttpResponse<String> answer = post(node, code, grade + " for " + code, grade);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(PackagedRegistry node, String code, String key, String grade)
            throws IOException {
        return node.post("/v1/zones/" + code + "/grades", key, "{\"grade\": \"" + grade + "\"}");
    }

    private static String gradesOf(String code) throws IOException {
        return JSON.readTree(newer.get("/v1/zones/" + code + "/grades").body()).findValuesAsText("grade").stream()
                .reduce("", String::concat);
    }
}
