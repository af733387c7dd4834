package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.eventstore.EngineSettings;
import org.zoneregistry.eventstore.EventTypes;
import org.zoneregistry.eventstore.JsonEventCodec;
import org.zoneregistry.eventstore.PostgresEventStorageEngine;
import org.zoneregistry.feed.FeedReader;
import org.zoneregistry.testing.TestDatabase;

/** Three processes on one database are one registry. */
class SeveralNodesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TAKEN_OVER = Duration.ofSeconds(10);
    private static final String POSITION = "Registry-Position";

    private static final SignerKey KEY = SignerKey.generate("zone-registry/nodes");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final List<PackagedRegistry> NODES = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    private static int zones;

    @BeforeAll
    static void start() throws IOException {
        for (int i = 0; i < 3; i++) {
            NODES.add(launch());
        }
        NODES.forEach(PackagedRegistry::awaitReady);
    }

    @BeforeEach
    void allThreeRun() {
        assertThat(NODES).hasSize(3);
    }

    @AfterEach
    void startAnother() throws IOException {
        while (NODES.size() < 3) {
            PackagedRegistry node = launch();
            NODES.add(node);
            node.awaitReady();
        }
    }

    @AfterAll
    static void end() {
        NODES.forEach(PackagedRegistry::close);
    }

    private static PackagedRegistry launch() throws IOException {
        return PackagedRegistry.launchOn(DATABASE, directory, KEY, "-Xmx256m", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void what_one_node_recorded_every_node_answers() throws Exception {
        for (PackagedRegistry writer : NODES) {
            String code = newCode();
            String position = position(establish(writer, code));
            List<JsonNode> answers = new ArrayList<>();
            for (PackagedRegistry reader : NODES) {
                answers.add(JSON.readTree(read(reader, "/v1/zones/" + code, position)));
            }
            assertThat(answers.getFirst().path("code").asText()).isEqualTo(code);
            assertThat(Set.copyOf(answers)).hasSize(1);
        }
    }

    @Test
    void one_key_sent_to_all_nodes_at_once_is_one_command() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = newCode();
            List<HttpResponse<String>> answers = atAllNodes(node -> establish(node, code));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
            assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
            assertThat(answers.stream()
                            .filter(answer -> answer.headers()
                                    .firstValue("Idempotency-Replayed")
                                    .isPresent()))
                    .as("all but the first were told the first's outcome")
                    .hasSize(2);
        }
    }

    @Test
    void of_commands_that_contradict_each_other_one_node_records_one() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = newCode();
            List<HttpResponse<String>> answers = atAllNodes(
                    node -> node.post("/v1/zones", code + "-at-" + NODES.indexOf(node), establishment(code)));
            assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(201, 409, 409);
        }
    }

    @Test
    void a_zone_changed_by_another_node_is_no_longer_the_one_that_was_read() throws Exception {
        String code = newCode();
        String established = position(establish(NODES.get(0), code));
        String etag = NODES.get(1)
                .get("/v1/zones/" + code, "Registry-Min-Position", established)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String renaming = "{\"name\": {\"en\": \"Renamed\"}, \"effectiveOn\": \"2015\"}";
        var first = NODES.get(2).post("/v1/zones/" + code + "/name", code + "-first", renaming, "If-Match", etag);
        var second = NODES.get(0).post("/v1/zones/" + code + "/name", code + "-second", renaming, "If-Match", etag);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(412);
    }

    @Test
    void a_feed_cut_off_with_its_node_goes_on_at_another() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var cutOff = FeedReader.follow(client, NODES.get(2).uri("/v1/events"), "0");
            for (int i = 0; i < 20; i++) {
                establish(NODES.get(i % 3), newCode());
            }
            await().atMost(TAKEN_OVER).until(() -> cutOff.lastId() > 10);
            NODES.remove(2).kill();
            await().atMost(TAKEN_OVER).until(() -> cutOff.ended().isDone());
            List<Long> seen = new ArrayList<>(cutOff.ids());
            try (var resumed = FeedReader.follow(client, NODES.get(0).uri("/v1/events"), cutOff.lastEventId())) {
                long last = Long.parseLong(position(establish(NODES.get(1), newCode())));
                await().atMost(TAKEN_OVER).until(() -> resumed.lastId() >= last);
                seen.addAll(resumed.ids());
                assertThat(seen)
                        .isEqualTo(
                                LongStream.rangeClosed(1, seen.size()).boxed().toList());
            }
        }
    }

    @Test
    void what_a_dead_node_was_doing_another_does_within_ten_seconds() throws Exception {
        for (int dead = 0; dead < 2; dead++) {
            NODES.removeFirst().kill();
            PackagedRegistry left = NODES.getFirst();
            String code = newCode();
            String position = position(establish(left, code));
            await().atMost(TAKEN_OVER)
                    .untilAsserted(() -> assertThat(left.get("/v1/zones/" + code, "Registry-Min-Position", position)
                                    .statusCode())
                            .isEqualTo(200));
            await().atMost(TAKEN_OVER)
                    .untilAsserted(
                            () -> assertThat(left.get("/v1/statistics/composition", "Registry-Min-Position", position)
                                            .statusCode())
                                    .isEqualTo(200));
            await().atMost(TAKEN_OVER).until(() -> left.signed() >= Long.parseLong(position));
        }
    }

    @Test
    void an_event_of_the_next_version_breaks_no_node_of_this_one() throws Exception {
        String code = newCode();
        establish(NODES.get(0), code);
        long foreign = appendOfTheNextVersion(code);
        for (PackagedRegistry node : NODES) {
            assertThat(JSON.readTree(read(node, "/v1/zones/" + code, Long.toString(foreign)))
                            .path("code")
                            .asText())
                    .isEqualTo(code);
            assertThat(node.getJson("/v1/events?after=" + (foreign - 1) + "&limit=1")
                            .get(0)
                            .path("type")
                            .asText())
                    .contains("ZoneRated");
            assertThat(node.getJson("/v1/zones/" + code + "/history").toString())
                    .contains("ZoneRated");
            String renaming = "{\"name\": {\"en\": \"Renamed at %d\"}, \"effectiveOn\": \"201%d\"}"
                    .formatted(NODES.indexOf(node), NODES.indexOf(node) + 1);
            var renamed = node.post("/v1/zones/" + code + "/name", code + "-at-" + NODES.indexOf(node), renaming);
            assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
            read(node, "/v1/zones/" + code, position(renamed));
            await().atMost(TAKEN_OVER).until(() -> node.signed() > foreign);
        }
    }

    @Test
    void a_node_of_this_version_starts_where_the_next_version_has_migrated() throws Exception {
        DATABASE.execute("""
                create table zone_rating (zone text primary key, rating text not null);
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                   installed_by, execution_time, success)
                select max(installed_rank) + 1, '1000', 'zone ratings', 'SQL', 'V1000__zone_ratings.sql', 1, current_user, 1, true
                from flyway_schema_history""");
        NODES.removeLast().close();
        startAnother();
        String code = newCode();
        read(NODES.getLast(), "/v1/zones/" + code, position(establish(NODES.getLast(), code)));
    }

    /** As a node of the next version would, by the engine and a type that this version's nodes have never heard of. */
    @SuppressWarnings("unchecked") // a transaction takes its own result back
    private static long appendOfTheNextVersion(String zone) throws Exception {
        Vertx vertx = Vertx.vertx();
        var pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(DATABASE.connectOptions())
                .using(vertx)
                .build();
        EventTypes types =
                EventTypes.builder().type("ZoneRated", JsonNode.class).build();
        try (var engine = new PostgresEventStorageEngine(
                vertx, pool, types, new JsonEventCodec(types, JSON), EngineSettings.DEFAULT)) {
            var data = JsonNodeFactory.instance.objectNode().put("zone", zone).put("rating", "A");
            var event = new GenericTaggedEventMessage<>(
                    new GenericEventMessage(new MessageType("ZoneRated"), data), Set.of(new Tag("zone", zone)));
            return engine.appendEvents(AppendCondition.none(), null, List.of(event))
                    .thenCompose(transaction -> {
                        var typed = (AppendTransaction<Object>) transaction;
                        return typed.commit(null).thenCompose(result -> typed.afterCommit(result, null));
                    })
                    .thenCompose(marker -> engine.latestToken(null))
                    .thenApply(token -> token.position().orElseThrow())
                    .get();
        } finally {
            pool.close();
            vertx.close();
        }
    }

    private static String read(PackagedRegistry node, String path, String atLeast) throws IOException {
        HttpResponse<String> answer = node.get(path, "Registry-Min-Position", atLeast);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue(POSITION).orElseThrow();
    }

    private static String newCode() {
        return "zone-" + ++zones;
    }

    private static HttpResponse<String> establish(PackagedRegistry node, String code) throws IOException {
        HttpResponse<String> answer = node.post("/v1/zones", code, establishment(code));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String establishment(String code) {
        return """
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", "effectiveOn": "2010"}""".formatted(code);
    }

    private interface AtNode {
        HttpResponse<String> at(PackagedRegistry node) throws IOException;
    }

    private static List<HttpResponse<String>> atAllNodes(AtNode request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(NODES.size())) {
            var all = new CompletableFuture<Void>();
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (PackagedRegistry node : NODES) {
                Callable<HttpResponse<String>> send = () -> {
                    all.join();
                    return request.at(node);
                };
                answers.add(threads.submit(send));
            }
            all.complete(null);
            List<HttpResponse<String>> done = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                done.add(answer.get());
            }
            return done;
        }
    }
}
