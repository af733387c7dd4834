package org.zoneregistry.trade.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeRequests.entry;
import static org.zoneregistry.trade.write.TradeRequests.reading;
import static org.zoneregistry.trade.write.TradeRequests.record;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.bus.Nodes;
import org.zoneregistry.commands.bus.Nodes.Node;
import org.zoneregistry.money.Money;
import org.zoneregistry.testing.AtOnce;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.close.CloseZone;

/** Trade commands that arrive at the same moment, over HTTP and on two nodes of one database. */
@QuarkusTest
class TradeRacesTest {

    private static final int AT_ONCE = 8;

    @Inject
    Nodes nodes;

    private static RecordTrade command(String zone, String id, String value) {
        return new RecordTrade(new TradeEntry(
                new EntryId(id),
                new ZoneCode(zone),
                Period.ofYear(2012),
                Direction.EXPORT,
                BusinessForm.OTHER,
                null,
                null,
                null,
                Money.parse(value)));
    }

    private static Callable<Outcome> sending(Node node, Object command, @Nullable String key) {
        var origin = new Origin("test", "test", "test", null, key, key == null ? null : command.toString(), null, null);
        return () -> node.commands().send(command, origin).await().atMost(Duration.ofSeconds(30));
    }

    private static List<String> events(String zone) {
        return reading().get("/v1/zones/{zone}/history?limit=1000", zone).path("events.type");
    }

    @Test
    void one_of_racing_requests_records_the_entry_and_all_get_the_same_answer() throws InterruptedException {
        String zone = zone();
        String id = UniqueCodes.next();
        var responses = AtOnce.run(AT_ONCE, () -> record(zone, entry(id, "1.00")));
        assertThat(responses).extracting(Response::statusCode).containsOnly(201);
        assertThat(responses)
                .extracting(Response::asString)
                .containsOnly(responses.getFirst().asString());
        assertThat(events(zone)).containsExactly("ZoneEstablished", "TradeRecorded");
    }

    @Test
    void one_of_racing_entries_with_different_content_gets_the_id() throws InterruptedException {
        String zone = zone();
        String id = UniqueCodes.next();
        var responses = AtOnce.run(IntStream.rangeClosed(1, AT_ONCE)
                .<Callable<Response>>mapToObj(n -> () -> record(zone, entry(id, n + ".00")))
                .toList());
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 201)
                .hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() != 201)
                .allSatisfy(response ->
                        assertThat(response.<String>path("type")).isEqualTo("/problems/entry-content-differs"));
        assertThat(events(zone)).containsExactly("ZoneEstablished", "TradeRecorded");
    }

    @RepeatedTest(3)
    void entries_of_one_zone_never_conflict_even_on_two_nodes() throws Exception {
        String zone = zone();
        try (Node one = nodes.start();
                Node other = nodes.start()) {
            for (Node node : List.of(one, other)) { // so that both have read the zone
                sending(node, command(zone, UniqueCodes.next(), "1.00"), null).call();
                node.decisions().set(0);
            }
            var outcomes = AtOnce.run(IntStream.range(0, 40)
                    .mapToObj(n -> sending(n % 2 == 0 ? one : other, command(zone, UniqueCodes.next(), "1.00"), null))
                    .toList());
            assertThat(outcomes).hasOnlyElementsOfType(Outcome.Recorded.class);
            assertThat(one.decisions().get() + other.decisions().get())
                    .as("each is decided once")
                    .isEqualTo(outcomes.size());
        }
        assertThat(events(zone)).hasSize(43);
    }

    @RepeatedTest(3)
    void one_of_racing_commands_on_two_nodes_records_the_entry() throws InterruptedException {
        String zone = zone();
        String id = UniqueCodes.next();
        var command = command(zone, id, "1.00");
        try (Node one = nodes.start();
                Node other = nodes.start()) {
            var outcomes = AtOnce.run(IntStream.range(0, 2 * AT_ONCE)
                    .mapToObj(n -> sending(n % 2 == 0 ? one : other, command, n % 4 < 2 ? null : id))
                    .toList());
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Outcome.Recorded recorded && !recorded.replayed())
                    .hasSize(1);
            assertThat(outcomes).extracting(TradeRacesTest::event).containsOnly(event(outcomes.getFirst()));
        }
        assertThat(events(zone)).containsExactly("ZoneEstablished", "TradeRecorded");
    }

    private static UUID event(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> recorded.events().getFirst().id();
            case Outcome.AlreadyRecorded already -> already.event().id();
            case Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    @RepeatedTest(3)
    void no_entry_is_recorded_after_a_closure_that_forbids_it() throws InterruptedException {
        String zone = zone();
        try (Node one = nodes.start();
                Node other = nodes.start()) {
            var closure = new CloseZone(
                    new ZoneCode(zone), "no use", LocalDate.parse("2011-12-31"), LocalDate.parse("2011-12-31"));
            var outcomes = AtOnce.run(IntStream.range(0, 2 * AT_ONCE)
                    .mapToObj(n -> n == AT_ONCE
                            ? sending(one, closure, null)
                            : sending(n % 2 == 0 ? one : other, command(zone, UniqueCodes.next(), "1.00"), null))
                    .toList());
            assertThat(outcomes.get(AT_ONCE)).isInstanceOf(Outcome.Recorded.class);
        }
        assertThat(events(zone)).endsWith("ZoneClosed");
    }
}
