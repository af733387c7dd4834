package org.zoneregistry.streams.cube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.StoredForm;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.event.json.TradeEventType;

/** Reads events of trade entries from records of the log's topic, older versions included. */
final class LoggedTrade {

    private static final StoredForm FORM = new StoredForm(EventTypes.of(TradeEventType.rows()));

    private LoggedTrade() {}

    /** The position of a record's event. */
    static long position(Record<byte[], byte[]> record) {
        return Long.parseLong(header(record.headers(), "position"));
    }

    /**
     * The event about an entry in a record; empty for all other events, whose data are not read.
     *
     * @throws UnknownEventException if its version is later than this program knows
     */
    static Optional<EntryEvent> event(Record<byte[], byte[]> record) {
        Optional<TradeEventType> type = TradeEventType.named(header(record.headers(), "type"))
                .filter(named -> EntryEvent.class.isAssignableFrom(named.payload()));
        return type.flatMap(known -> TradeEventJson.read(FORM.read(record.value())))
                .map(EntryEvent.class::cast);
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("A record has no header " + name + ": it is not an event of a log.");
        }
        return new String(header.value(), UTF_8);
    }
}
