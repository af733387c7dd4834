package org.zoneregistry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.feed.CloudEvent;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.StoredBytes;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.log.StoredForm;

/**
 * Converts events to records of the topic. The value is the stored bytes, the same that are hashed. The headers
 * describe the event: {@code position}, {@code type} and {@code version} as stored, and the attributes of CloudEvents
 * 1.0 in the binary mode of its Kafka protocol binding ({@code ce_id}, {@code ce_source} …, {@code content-type}), as
 * in the feed.
 */
final class LogRecords {

    static final String POSITION = "position";
    static final String TYPE = "type";
    static final String VERSION = "version";

    /** Reads events as stored, without upcasting, because the headers describe the stored bytes. */
    private static final StoredForm AS_STORED = new StoredForm(EventTypes.NONE);

    /** The partition of events without a zone. They share one, so that they stay in order. */
    private static final int WITHOUT_ZONE = 0;

    private final String topic;
    private final String source;
    private final ZoneKeys keys;

    LogRecords(String topic, String source, EventLog log) {
        this.topic = topic;
        this.source = source;
        this.keys = new ZoneKeys(log);
    }

    /** Converts events, in their order. */
    Uni<List<ProducerRecord<byte[], byte[]>>> of(List<StoredBytes> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::of)
                .collect()
                .asList();
    }

    private Uni<ProducerRecord<byte[], byte[]>> of(StoredBytes bytes) {
        byte[] value = bytes.toByteArray();
        StoredEvent event = AS_STORED.read(bytes.toByteArray());
        var told = CloudEvent.of(event, source);
        return keys.of(event, told)
                .map(key -> new ProducerRecord<>(
                        topic,
                        key.isPresent() ? null : WITHOUT_ZONE,
                        event.recordedAt().toEpochMilli(),
                        key.map(zone -> zone.getBytes(UTF_8)).orElse(null),
                        value,
                        headers(event, told)));
    }

    private static Headers headers(StoredEvent event, CloudEvent told) {
        var headers = new RecordHeaders();
        add(headers, POSITION, Long.toString(event.position()));
        add(headers, TYPE, event.type());
        add(headers, VERSION, Integer.toString(event.version()));
        add(headers, "content-type", told.datacontenttype());
        add(headers, "ce_specversion", told.specversion());
        add(headers, "ce_id", told.id().toString());
        add(headers, "ce_source", told.source());
        add(headers, "ce_type", told.type());
        add(headers, "ce_subject", told.subject());
        add(headers, "ce_time", told.time().toString());
        add(headers, "ce_sequence", told.sequence());
        add(headers, "ce_actor", told.actor());
        add(headers, "ce_role", told.role());
        add(headers, "ce_correlationid", told.correlationid());
        add(headers, "ce_traceid", told.traceid());
        add(headers, "ce_reason", told.reason());
        add(headers, "ce_provenance", told.provenance());
        return headers;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    /**
     * The position of a record's event.
     *
     * @throws ContradictionException if the record has none
     */
    static long position(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(POSITION))
                .map(LogRecords::number)
                .orElseThrow(() -> new ContradictionException("The record in " + record.topic() + "-"
                        + record.partition() + " at offset " + record.offset() + " is not an event of a log."));
    }

    /** The position of an event to be published. */
    static long position(ProducerRecord<byte[], byte[]> record) {
        return number(record.headers().lastHeader(POSITION));
    }

    private static long number(Header header) {
        return Long.parseLong(new String(header.value(), UTF_8));
    }
}
