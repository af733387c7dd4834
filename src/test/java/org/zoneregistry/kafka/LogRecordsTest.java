package org.zoneregistry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.money.Money;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZonesIntegrated;

@NeedsServer
class LogRecordsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final ZoneCode HARBOUR = new ZoneCode("harbour");
    private static final ZoneCode AIRPORT = new ZoneCode("airport");

    private final SimulatedLog log = new SimulatedLog();

    private ProducerRecord<byte[], byte[]> record(StoredEvent event) {
        return new LogRecords("log", "urn:zone-registry:test", log)
                .of(List.of(event.bytes()))
                .await()
                .atMost(PublisherFixture.PATIENCE)
                .getFirst();
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private StoredEvent integration() {
        return log.append(new ZonesIntegrated(HARBOUR, List.of(AIRPORT), null, DAY, DAY));
    }

    @Test
    void a_record_is_the_stored_bytes_with_its_place_in_the_headers() {
        StoredEvent event = integration();
        var record = record(event);

        assertThat(record.value()).isEqualTo(event.bytes().toByteArray());
        assertThat(record.timestamp()).isEqualTo(event.recordedAt().toEpochMilli());
        assertThat(headers(record))
                .containsEntry("position", "1")
                .containsEntry("type", "ZonesIntegrated")
                .containsEntry("version", "1");
    }

    @Test
    void other_readers_of_cloud_events_understand_it() {
        StoredEvent event = integration();
        var record = record(event);

        CloudEvent read = new CloudEventDeserializer().deserialize("log", record.headers(), record.value());

        assertThat(read.getId()).isEqualTo(event.id().toString());
        assertThat(read.getSource()).hasToString("urn:zone-registry:test");
        assertThat(read.getType()).isEqualTo("org.zoneregistry.ZonesIntegrated.v1");
        assertThat(read.getSubject()).isEqualTo("harbour");
        assertThat(read.getTime()).isEqualTo(event.recordedAt().atOffset(ZoneOffset.UTC));
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getExtension("sequence")).isEqualTo("0000000000000000001");
        assertThat(read.getExtension("actor")).isEqualTo("clerk");
    }

    @Test
    void the_correction_of_a_fact_of_several_zones_has_the_key_of_the_fact() {
        StoredEvent fact = integration();
        StoredEvent amended = log.append(new ZoneFactAmended(
                fact.id(),
                new ZonesIntegrated(HARBOUR, List.of(AIRPORT), null, DAY.plusDays(1), DAY.plusDays(1)),
                Set.of(HARBOUR, AIRPORT),
                "a day later"));
        StoredEvent withdrawn =
                log.append(new ZoneFactWithdrawn(fact.id(), Set.of(HARBOUR, AIRPORT), "it never came to that"));

        for (StoredEvent event : List.of(fact, amended, withdrawn)) {
            assertThat(record(event).key()).as(event.type()).isEqualTo("harbour".getBytes(UTF_8));
            assertThat(record(event).partition()).isNull();
        }
    }

    @Test
    void an_event_without_a_zone_has_no_key_and_is_in_the_first_partition() {
        var figure = new PublishedAggregate(
                AggregateSubject.ZONES, "CN", Period.ofYear(2022), null, new Money(5), null, null, "a gazette");
        StoredEvent event =
                log.append("AggregatePublished", TradeEventJson.write(new AggregatePublished(figure)), List.of());

        assertThat(record(event).key()).isNull();
        assertThat(record(event).partition()).isZero();
        assertThat(headers(record(event))).doesNotContainKey("ce_subject");
    }

    @Test
    void a_withdrawal_of_an_unknown_fact_has_no_zone() {
        StoredEvent event =
                log.append(new ZoneFactWithdrawn(new UUID(1, 2), Set.of(HARBOUR, AIRPORT), "a fact of another log"));

        assertThat(record(event).key()).isNull();
    }
}
