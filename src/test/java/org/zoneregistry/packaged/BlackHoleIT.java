package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.feed.FeedReader;

/**
 * Existing connections to the database and its replica get no more answers and no error, as behind a router that has
 * lost its state, while new connections work. All waiting parts must recover by themselves. {@code -Drounds=50} runs it
 * longer.
 */
class BlackHoleIT {

    private static final int ROUNDS = Integer.getInteger("rounds", 1);

    private static final Set<Integer> RETRY_LATER = Set.of(503);

    /** The longest allowed wait. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void connections_that_say_nothing_any_more_hold_nothing_up_for_long() throws Exception {
        Load load = new Load();
        try (FaultyDatabase database = FaultyDatabase.start(directory.resolve("primary"));
                FaultyDatabase replica = database.standby(directory.resolve("replica"), database.newRelay());
                PackagedRegistry registry = database.launch(directory, SignerKey.generate("zone-registry/hole"))
                        .with("-Dregistry.replica.url=" + replica.url(replica.relay()))
                        .start();
                HttpClient client = HttpClient.newHttpClient();
                var feed = FeedReader.follow(client, registry.uri("/v1/events"), "0")) {
            load.start(registry);
            load.awaitMore(100);
            for (int round = 0; round < ROUNDS; round++) {
                database.relay().swallow();
                replica.relay().swallow();
                comesBack(registry, load, feed);
            }
            load.stop();
            assertThat(RETRY_LATER).containsAll(load.otherAnswers().keySet());
            load.proveNothingLostNorDoubled(registry);
            assertThat(feed.ids())
                    .as("the feed missed nothing")
                    .isEqualTo(LongStream.rangeClosed(1, feed.lastId()).boxed().toList());
        } finally {
            load.stop();
        }
    }

    /** Checks that everything recovers within the limit, without a restart. */
    private static void comesBack(PackagedRegistry registry, Load load, FeedReader feed) throws Exception {
        long begun = System.nanoTime();
        double readFromReplica = registry.count("registry_replica_reads_total");
        long before = load.lastPosition();
        within(begun, "commands are acknowledged", () -> load.lastPosition() > before + 100);
        long position = load.lastPosition();
        within(begun, "the feed goes on", () -> feed.lastId() >= position);
        within(begun, "written data are read", () -> isAnswered(registry, "/v1/zones/zone-1", position));
        within(begun, "statistics too", () -> isAnswered(registry, "/v1/statistics/composition", position));
        within(begun, "the tree is signed", () -> registry.signed() >= position);
        within(begun, "the node is ready", () -> registry.get("/q/health/ready").statusCode() == 200);
        within(
                begun,
                "the replica is asked again",
                () -> isAnswered(registry, "/v1/zones/zone-1", 1)
                        && registry.count("registry_replica_reads_total") > readFromReplica);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void within(long begun, String what, Condition condition) {
        await(what).atMost(LIMIT.minusNanos(System.nanoTime() - begun)).until(condition::holds);
    }

    private static boolean isAnswered(PackagedRegistry registry, String path, long atLeast) throws IOException {
        HttpResponse<String> answer = registry.get(path, "Registry-Min-Position", Long.toString(atLeast));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        return answer.statusCode() == 200;
    }
}
