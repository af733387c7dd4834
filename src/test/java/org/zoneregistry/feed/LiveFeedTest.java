package org.zoneregistry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.trade.write.TradeRequests;

@QuarkusTest
class LiveFeedTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SUBSCRIBERS = 200;

    @TestHTTPResource("/v1/")
    URI api;

    @Inject
    EventLog log;

    @Inject
    Feed feed;

    /**
     * Each reader has its own connection, like readers in different places. Over HTTP/2 they would share one connection
     * and its window, so that a reader that doesn't read would slow down the others.
     */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<FeedReader> readers = new ArrayList<>();

    @AfterEach
    void leave() {
        readers.forEach(FeedReader::close);
        client.shutdownNow();
        await().atMost(PATIENCE).until(() -> feed.subscribers() == 0);
        assertThat(feed.inTail()).as("without subscribers nothing is kept").isZero();
    }

    private FeedReader follow(String query) {
        var reader = FeedReader.follow(client, api.resolve("events?" + query), null);
        readers.add(reader);
        return reader;
    }

    private long head() {
        return log.head().toCompletableFuture().join().position();
    }

    private static List<Long> positions(long after, long upTo) {
        return LongStream.rangeClosed(after + 1, upTo).boxed().toList();
    }

    /** Sends a file of entries, without waiting for the outcome. */
    private CompletableFuture<Integer> importEntries(String zone, int number) {
        String run = UUID.randomUUID().toString();
        String lines = IntStream.range(0, number)
                .mapToObj(i -> run + i + "," + zone + ",2022-12,export,bonded-processing,5\n")
                .collect(Collectors.joining("", "entryId,zone,period,direction,businessForm,value\n", ""));
        return client.sendAsync(
                        HttpRequest.newBuilder(api.resolve("imports"))
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(lines))
                                .build(),
                        BodyHandlers.discarding())
                .thenApply(response -> response.statusCode());
    }

    private static void awaitAll(FeedReader reader, long upTo) {
        await().atMost(PATIENCE).until(() -> reader.lastId() >= upTo);
    }

    @Test
    void two_hundred_subscribers_see_every_position_once_in_order_while_others_write() {
        String zone = TradeRequests.zone();
        long before = head();
        long readsBefore = feed.readsBehind();
        for (int number = 0; number < SUBSCRIBERS; number++) {
            follow("after=" + before);
        }
        await().atMost(PATIENCE).until(() -> feed.subscribers() == SUBSCRIBERS);
        var imported = importEntries(zone, 1_000);
        var single = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        TradeRequests.record(
                                        zone,
                                        TradeRequests.entry(UUID.randomUUID().toString(), "5"))
                                .then()
                                .statusCode(201);
                    }
                }))
                .toList();
        assertThat(imported.join()).isEqualTo(202);
        single.forEach(CompletableFuture::join);
        long after = head();
        assertThat(after).isGreaterThanOrEqualTo(before + 1_100);
        for (FeedReader reader : readers) {
            awaitAll(reader, after);
            assertThat(reader.ids()).isEqualTo(positions(before, after));
        }
        assertThat(feed.readsBehind() - readsBefore)
                .as("at the head, subscribers share all reads")
                .isZero();
    }

    @Test
    void a_subscriber_that_does_not_read_is_held_back_alone() {
        String zone = TradeRequests.zone();
        long before = head();
        long readsBefore = feed.readsBehind();
        var slow = FeedReader.hesitate(client, api.resolve("events?after=" + before));
        readers.add(slow);
        var quick = follow("after=" + before);
        await().atMost(PATIENCE).until(() -> feed.subscribers() == 2);
        assertThat(importEntries(zone, 30_000).join()).isEqualTo(202);
        long after = head();
        awaitAll(quick, after);
        assertThat(quick.ids()).isEqualTo(positions(before, after));
        assertThat(slow.ids()).isEmpty();
        assertThat(feed.onTheirWay())
                .as("one chunk for the slow reader, and no more")
                .isBetween(1, FeedSettings.DEFAULT.eventsPerChunk());
        assertThat(feed.inTail()).isLessThanOrEqualTo(FeedSettings.DEFAULT.tailEvents());
        slow.read();
        awaitAll(slow, after);
        assertThat(slow.ids()).isEqualTo(positions(before, after));
        assertThat(feed.readsBehind() - readsBefore)
                .as("the tail no longer had its events")
                .isPositive();
    }

    @Test
    void a_message_has_the_position_and_the_cloud_event() throws JsonProcessingException {
        long before = head();
        var reader = follow("after=" + before);
        String zone = TradeRequests.zone();
        awaitAll(reader, before + 1);
        assertThat(reader.ids()).containsExactly(before + 1);
        assertThat(reader.firstEvent())
                .isEqualTo(given().get("/v1/events?after=" + before)
                        .then()
                        .extract()
                        .body()
                        .as(JsonNode.class)
                        .get(0));
        assertThat(reader.firstEvent().path("subject").textValue()).isEqualTo(zone);
    }

    @Test
    void the_last_event_id_wins_over_after() {
        long before = head();
        String zone = TradeRequests.zone();
        TradeRequests.record(zone, TradeRequests.entry(UUID.randomUUID().toString(), "5"));
        var reader = FeedReader.follow(client, api.resolve("events?after=" + before), Long.toString(before + 1));
        readers.add(reader);
        awaitAll(reader, before + 2);
        assertThat(reader.ids()).containsExactly(before + 2);
    }

    @Test
    void a_filtered_feed_is_resumed_after_what_was_passed_over() {
        String zone = TradeRequests.zone();
        long before = head();
        var reader = follow("after=" + before + "&zone=" + zone + "&type=TradeRecorded");
        TradeRequests.record(zone, TradeRequests.entry(UUID.randomUUID().toString(), "5"));
        awaitAll(reader, before + 1);
        String other = TradeRequests.zone();
        TradeRequests.record(other, TradeRequests.entry(UUID.randomUUID().toString(), "5"));
        await().atMost(PATIENCE).until(() -> reader.lastEventId().equals(Long.toString(before + 3)));
        assertThat(reader.ids()).as("an id alone is no event").containsExactly(before + 1);
    }

    @Test
    void a_live_feed_takes_no_actor() {
        given().accept("text/event-stream")
                .get("/v1/events?actor=local")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("?actor")));
    }

    @Test
    void a_filtered_feed_catches_up_with_a_long_history() {
        String zone = TradeRequests.zone();
        String other = TradeRequests.zone();
        long before = head();
        assertThat(importEntries(zone, 300).join()).isEqualTo(202);
        assertThat(importEntries(other, 300).join()).isEqualTo(202);
        long after = head();
        var reader = follow("after=" + before + "&zone=" + zone);
        await().atMost(PATIENCE).until(() -> reader.lastEventId().equals(Long.toString(after)));
        assertThat(reader.ids()).isEqualTo(positions(before, before + 300));
        TradeRequests.record(zone, TradeRequests.entry(UUID.randomUUID().toString(), "5"));
        awaitAll(reader, after + 1);
        assertThat(reader.ids()).hasSize(301);
    }

    @Test
    void a_silent_feed_has_a_heart_beat() {
        var reader = follow("after=" + head());
        await().atMost(PATIENCE)
                .until(() -> reader.comments().contains(": open")
                        && reader.comments().contains(": heart-beat"));
        assertThat(reader.lastEventId()).as("nothing was skipped").isEmpty();
    }

    @Test
    void more_subscribers_than_the_node_serves_are_told_to_come_back() {
        for (int number = 0; number < 210; number++) {
            follow("after=" + head());
        }
        await().atMost(PATIENCE).until(() -> feed.subscribers() == 210);
        given().accept("text/event-stream")
                .get("/v1/events")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/overloaded"));
    }

    @Test
    void the_head_of_a_feed_ends() {
        given().accept("text/event-stream")
                .head("/v1/events")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/event-stream"))
                .header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "after=99999999999, ?after",
        "limit=5, ?limit",
        "cursor=x, ?cursor",
        "knownAt=1, ?knownAt",
        "type=ZoneExploded, ?type"
    })
    void what_a_feed_has_not_is_refused(String query, String pointer) {
        given().accept("text/event-stream")
                .get("/v1/events?" + query)
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of(pointer)));
    }

    @ParameterizedTest
    @CsvSource({"x", "-1", "99999999999", "01"})
    void a_last_event_id_that_nobody_was_given_is_refused(String id) {
        given().accept("text/event-stream")
                .header("Last-Event-ID", id)
                .get("/v1/events")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("header:Last-Event-ID")));
    }
}
