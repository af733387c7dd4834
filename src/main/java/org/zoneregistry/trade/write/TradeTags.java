package org.zoneregistry.trade.write;

import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.EnterpriseEvent;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.zone.event.ZoneCode;

/** The tags of the events about trade. */
public final class TradeTags {

    private TradeTags() {}

    /** All tags of an event. */
    static Set<Tag> of(TradeEvent event) {
        return switch (event) {
            case EntryEvent about -> Set.of(entry(about.entryId()), zone(about.zone()));
            case AggregateEvent about -> Set.of(aggregate(about.key()));
            case EnterpriseEvent about -> Set.of(enterprise(about.id()), zone(about.zone()));
        };
    }

    /** On every event about the entry. */
    public static Tag entry(EntryId entry) {
        return new Tag("entry", entry.value());
    }

    /** On every event about the enterprise. */
    public static Tag enterprise(EnterpriseId enterprise) {
        return new Tag("enterprise", enterprise.value());
    }

    /** On a published figure, its revisions and withdrawals. */
    public static Tag aggregate(PublishedAggregate.Key key) {
        return new Tag("aggregate", key.toString());
    }

    /** The text of a tag in the log. */
    static String text(Tag tag) {
        return tag.key() + ":" + tag.value();
    }

    /** On all events in the zone. The boundary of zone commands excludes trade by type. */
    private static Tag zone(ZoneCode zone) {
        return new Tag("zone", zone.value());
    }
}
