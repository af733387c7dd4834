package org.zoneregistry.trade.write;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.commands.bus.EventSlice;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.json.TradeEventType;

/** The types and the tags of the events about trade. */
@Singleton
public final class TradeEventSlice implements EventSlice<TradeEvent> {

    @Override
    public Class<TradeEvent> family() {
        return TradeEvent.class;
    }

    @Override
    public List<EventType<?>> types() {
        return TradeEventType.rows();
    }

    @Override
    public String typeOf(TradeEvent event) {
        return TradeEventType.of(event).wireName();
    }

    @Override
    public Set<Tag> tags(UUID id, TradeEvent event) {
        return TradeTags.of(event);
    }
}
