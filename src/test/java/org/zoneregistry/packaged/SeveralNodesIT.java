package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.packaged.Zones.establish;
import static org.zoneregistry.packaged.Zones.establishment;
import static org.zoneregistry.packaged.Zones.newCode;
import static org.zoneregistry.packaged.Zones.position;
import static org.zoneregistry.packaged.Zones.read;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.feed.FeedReader;
import org.zoneregistry.testing.TestDatabase;

/** Three processes on one database are one registry. */
class SeveralNodesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TAKEOVER_LIMIT = Duration.ofSeconds(10);

    private static final SignerKey KEY = SignerKey.generate("zone-registry/nodes");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final List<PackagedRegistry> NODES = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

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
        return Launch.on(DATABASE, directory, KEY).small().begin();
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
                    .as("all except the first got the outcome of the first")
                    .hasSize(2);
        }
    }

    @Test
    void of_commands_that_contradict_each_other_one_node_records_one() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = newCode();
            List<HttpResponse<String>> answers = atAllNodes(node -> node.post(
                    "/v1/zones",
                    code + "-at-" + NODES.indexOf(node),
                    establishment(code).replace("\"2010", "\"201" + NODES.indexOf(node))));
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
        try (HttpClient client = HttpClient.newHttpClient();
                var cutOff = FeedReader.follow(client, NODES.get(2).uri("/v1/events"), "0")) {
            for (int i = 0; i < 20; i++) {
                establish(NODES.get(i % 3), newCode());
            }
            await().atMost(TAKEOVER_LIMIT).until(() -> cutOff.lastId() > 10);
            NODES.remove(2).kill();
            await().atMost(TAKEOVER_LIMIT).until(() -> cutOff.ended().isDone());
            List<Long> seen = new ArrayList<>(cutOff.ids());
            try (var resumed = FeedReader.follow(client, NODES.get(0).uri("/v1/events"), cutOff.lastEventId())) {
                long last = Long.parseLong(position(establish(NODES.get(1), newCode())));
                await().atMost(TAKEOVER_LIMIT).until(() -> resumed.lastId() >= last);
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
            await().atMost(TAKEOVER_LIMIT)
                    .untilAsserted(() -> assertThat(left.get("/v1/zones/" + code, "Registry-Min-Position", position)
                                    .statusCode())
                            .isEqualTo(200));
            await().atMost(TAKEOVER_LIMIT)
                    .untilAsserted(
                            () -> assertThat(left.get("/v1/statistics/composition", "Registry-Min-Position", position)
                                            .statusCode())
                                    .isEqualTo(200));
            await().atMost(TAKEOVER_LIMIT).until(() -> left.signed() >= Long.parseLong(position));
        }
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
