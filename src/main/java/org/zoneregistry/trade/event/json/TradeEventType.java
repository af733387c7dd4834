package org.zoneregistry.trade.event.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateWithdrawn;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;

/**
 * The names of trade events in the log, and their current versions. Names are fixed for ever and independent of the
 * names of classes.
 */
public enum TradeEventType {
    TRADE_RECORDED("TradeRecorded", 1, TradeRecorded.class),
    TRADE_CORRECTED("TradeCorrected", 1, TradeCorrected.class),
    TRADE_WITHDRAWN("TradeWithdrawn", 1, TradeWithdrawn.class),
    AGGREGATE_PUBLISHED("AggregatePublished", 1, AggregatePublished.class),
    AGGREGATE_WITHDRAWN("AggregateWithdrawn", 1, AggregateWithdrawn.class),
    ENTERPRISE_REGISTERED("EnterpriseRegistered", 1, EnterpriseRegistered.class),
    ENTERPRISE_WITHDRAWN("EnterpriseWithdrawn", 1, EnterpriseWithdrawn.class);

    private final String wireName;
    private final int version;
    private final Class<? extends TradeEvent> payload;

    TradeEventType(String wireName, int version, Class<? extends TradeEvent> payload) {
        this.wireName = wireName;
        this.version = version;
        this.payload = payload;
    }

    /** The name in the log. */
    public String wireName() {
        return wireName;
    }

    /** The version that is written now; 1 is the first. */
    public int version() {
        return version;
    }

    /** Its class in memory. */
    public Class<? extends TradeEvent> payload() {
        return payload;
    }

    /** These types as rows of the log's table, with the upcasters of all older versions. */
    public static List<EventType<?>> rows() {
        return Arrays.stream(values()).<EventType<?>>map(TradeEventType::row).toList();
    }

    private static EventType<?> row(TradeEventType type) {
        return new EventType<>(
                type.wireName,
                type.version,
                type.payload,
                TradeEventJson::write,
                json -> TradeEventJson.read(type, json),
                Map.of());
    }

    /** The type with that name in the log; empty if it is not a type of trade events. */
    public static Optional<TradeEventType> named(String wireName) {
        for (TradeEventType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type of an event. */
    public static TradeEventType of(TradeEvent event) {
        return switch (event) {
            case TradeRecorded _ -> TRADE_RECORDED;
            case TradeCorrected _ -> TRADE_CORRECTED;
            case TradeWithdrawn _ -> TRADE_WITHDRAWN;
            case AggregatePublished _ -> AGGREGATE_PUBLISHED;
            case AggregateWithdrawn _ -> AGGREGATE_WITHDRAWN;
            case EnterpriseRegistered _ -> ENTERPRISE_REGISTERED;
            case EnterpriseWithdrawn _ -> ENTERPRISE_WITHDRAWN;
        };
    }
}
