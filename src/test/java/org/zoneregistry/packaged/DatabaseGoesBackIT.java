package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;

/**
 * The database goes back to an earlier state while nodes run. A node that has seen or signed more must neither append
 * nor sign any more, and must say what is lost.
 */
class DatabaseGoesBackIT {

    private static final SignerKey KEY = SignerKey.generate("zone-registry/back");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** How long it is checked that nothing is recorded. */
    private static final Duration OBSERVATION = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STOPPED = "/problems/recording-stopped";
    private static final int KEPT = 3;
    private static final int ZONES = 4;
    private static final int SEEN = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final List<PackagedRegistry> nodes = new ArrayList<>();
    private final Map<Integer, String> acknowledged = new HashMap<>();
    private final PastAnswers past = new PastAnswers(status -> status == 503 || (status >= 400 && status < 500));

    @SuppressWarnings("NullAway.Init")
    private GivenCheckpoints checkpoints;

    @SuppressWarnings("NullAway.Init")
    private FaultyDatabase database;

    private int attempts;
    private String problem = "";

    @BeforeEach
    void start() throws IOException {
        database = FaultyDatabase.start(directory.resolve("postgres"));
        checkpoints = new GivenCheckpoints(directory.resolve("audit.checkpoint"));
        checkpoints.start();
    }

    @AfterEach
    void end() throws Exception {
        checkpoints.stop();
        past.stop();
        nodes.forEach(PackagedRegistry::close);
        database.close();
    }

    @Test
    void of_two_nodes_the_one_that_has_signed_more_finds_out_and_tells_the_other() throws Exception {
        Relay toOther = database.newRelay();
        PackagedRegistry signer = begin(signer());
        PackagedRegistry other = begin(database.launch(toOther, directory, KEY));
        nodes.forEach(PackagedRegistry::awaitReady);
        Path copy = recordWithACopy(signer);
        toOther.interrupt(); // so that the node sees only the kept events
        recordTheRest(signer);
        awaitSigned();

        database.stop();
        database.putBack(copy);
        refuses(signer, KEPT, SEEN, KEPT);
        checkpoints.of(other);
        toOther.resume();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(other.get("/q/health/ready").statusCode())
                        .as("the node that has signed more reports it")
                        .isEqualTo(503));
        refuses(other, KEPT, SEEN);
        proveNothingSigned();
    }

    @Test
    void a_log_that_another_node_has_gone_on_with_is_not_the_one_that_was_seen() throws Exception {
        Relay toAnother = database.newRelay();
        PackagedRegistry signer = begin(signer());
        PackagedRegistry another =
                begin(database.launch(toAnother, directory, KEY).withoutKey());
        nodes.forEach(PackagedRegistry::awaitReady);
        Path copy = recordWithACopy(signer);
        toAnother.interrupt();
        recordTheRest(signer);
        awaitSigned();

        database.relay().interrupt();
        database.stop();
        database.putBack(copy);
        toAnother.resume();
        for (int i = 0; i < SEEN; i++) {
            String code = "another-" + i;
            await().atMost(PATIENCE).until(() -> establish(another, code).statusCode() == 201);
        }
        database.relay().resume();
        refuses(signer, KEPT + SEEN, SEEN);
        proveNothingSigned();
    }

    @Test
    void a_standby_that_was_promoted_behind_what_was_seen_is_found_out() throws Exception {
        Relay toPrimary = database.newRelay();
        try (FaultyDatabase standby = database.standby(directory.resolve("standby"), toPrimary)) {
            PackagedRegistry seer = begin(signer().with("-Dregistry.audit.checkpoint-interval=1h"));
            seer.awaitReady();
            record(seer, 1, KEPT);
            String written = database.ask("select pg_current_wal_flush_lsn()::text");
            await().atMost(PATIENCE)
                    .until(() -> standby.ask("select (pg_last_wal_replay_lsn() >= '" + written + "')::text")
                            .equals("true"));
            toPrimary.interrupt();
            recordTheRest(seer);
            database.failOverTo(standby);
            refuses(seer, KEPT, SEEN, KEPT);
            proveNothingSigned();
        }
    }

    private Launch signer() {
        return database.launch(directory, KEY).keepingCheckpoint();
    }

    private PackagedRegistry begin(Launch launch) throws IOException {
        PackagedRegistry node = launch.small().begin();
        nodes.add(node);
        return node;
    }

    private Path recordWithACopy(PackagedRegistry node) throws Exception {
        record(node, 1, KEPT);
        Path copy = directory.resolve("copy");
        database.stop();
        database.copyTo(copy);
        database.startAgain();
        return copy;
    }

    /** Records the events that will be lost: acknowledged and read. */
    private void recordTheRest(PackagedRegistry node) {
        record(node, KEPT + 1, SEEN);
        checkpoints.of(node);
        for (int position = 1; position <= SEEN; position++) {
            for (String path : List.of("/v1/zones?validAt=2022-12-31&knownAt=", "/v1/audit/events/")) {
                String question = path + position;
                await().atMost(PATIENCE).until(() -> past.ask(node, question) == 200);
                past.watch(question);
            }
        }
    }

    private void awaitSigned() {
        await().atMost(PATIENCE).until(() -> checkpoints.sizes().contains((long) SEEN));
    }

    private void record(PackagedRegistry node, int from, int to) {
        for (int i = from; i <= to; i++) {
            int position = i;
            await().atMost(PATIENCE).until(() -> {
                HttpResponse<String> answer = send(node, position);
                acknowledged.put(position, answer.body());
                return answer.statusCode() == 201 && Zones.position(answer).equals(Integer.toString(position));
            });
        }
    }

    /**
     * Checks that the node refuses commands permanently, as soon as it can reach the database.
     *
     * @param positions the positions that its readiness check must show
     */
    private void refuses(PackagedRegistry node, int logSize, Integer... positions) throws Exception {
        past.start(node);
        long begun = System.nanoTime();
        problem = "";
        while (System.nanoTime() - begun < OBSERVATION.toNanos()
                || (!problem.equals(STOPPED) && System.nanoTime() - begun < PATIENCE.toNanos())) {
            isRefused(node);
            replayed(node, 1 + attempts % SEEN);
            assertThat(database.logSize()).isEqualTo(logSize);
        }
        assertThat(problem).isEqualTo(STOPPED);
        HttpResponse<String> ready = node.get("/q/health/ready");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
        assertThat(numbersOfWhatIsDown(ready.body())).as(ready.body()).contains(positions);
        assertThat(node.get("/q/health/live").statusCode()).isEqualTo(200);
        asked(node.get("/v1/zones/zone-" + ZONES, "Registry-Min-Position", Integer.toString(SEEN)));
        asked(node.get("/v1/trade?zone=zone-1", "Registry-Min-Position", Integer.toString(SEEN)));
        past.stop();
        past.proveUnchanged();
        assertThat(database.logSize()).isEqualTo(logSize);
    }

    /** The command with a given position: zones first, and then entries of the first zone. */
    private static HttpResponse<String> send(PackagedRegistry node, int position) throws IOException {
        String key = "key-" + position;
        return position <= ZONES ? establish(node, "zone-" + position) : recordEntry(node, "zone-1", key);
    }

    private static HttpResponse<String> establish(PackagedRegistry node, String code) throws IOException {
        return node.post("/v1/zones", code, Zones.establishment(code));
    }

    private static HttpResponse<String> recordEntry(PackagedRegistry node, String zone, String key) throws IOException {
        return node.post("/v1/zones/" + zone + "/trade", key, """
                {"entryId": "%s", "period": "2022-05", "direction": "export", "businessForm": "bonded-processing", \
                "value": "1.00"}""".formatted(key));
    }

    /** Another command that must be refused. The node decides the first one from its cache. */
    private void isRefused(PackagedRegistry node) throws IOException {
        String key = "new-" + ++attempts;
        switch (attempts % 4) {
            case 1 -> problem = refusal(recordEntry(node, "zone-1", key));
            case 2 -> problem = refusal(establish(node, key));
            case 3 -> problem = refusal(node.post("/v1/zones/zone-2/name", key, """
                    {"name": {"en": "Renamed"}, "effectiveOn": "2015"}"""));
            default ->
                assertThat(recordEntry(node, "zone-" + ZONES, key).statusCode())
                        .as("of a zone that is lost")
                        .isIn(404, 503);
        }
    }

    private static String refusal(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        return JSON.readTree(answer.body()).path("type").asText();
    }

    /** Repeats an acknowledged command: the answer must be the same, or a refusal. */
    private void replayed(PackagedRegistry node, int position) throws IOException {
        HttpResponse<String> again = send(node, position);
        if (again.statusCode() == 201) {
            assertThat(again.body()).isEqualTo(acknowledged.get(position));
        } else {
            refusal(again);
        }
    }

    /** A read with the position of an acknowledged command must get a clear answer, without the lost zone. */
    private static void asked(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 503).isNotEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static Set<Integer> numbersOfWhatIsDown(String health) throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        for (JsonNode check : JSON.readTree(health).path("checks")) {
            if ("DOWN".equals(check.path("status").asText())) {
                NUMBER.matcher(check.path("data").toString())
                        .results()
                        .filter(number -> number.group().length() < 10)
                        .forEach(number -> numbers.add(Integer.parseInt(number.group())));
            }
        }
        return numbers;
    }

    private void proveNothingSigned() throws InterruptedException {
        checkpoints.stop();
        checkpoints.proveOneView();
        assertThat(checkpoints.sizes()).allMatch(size -> size <= SEEN);
    }
}
