package org.zoneregistry.trade.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.zone.event.ZoneType.BONDED_ZONE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneScenario;

/** Given zones and the events of one trade entry, when a command is decided, then the outcome. */
public final class TradeScenario {

    public static final EntryId ENTRY = new EntryId("e-1");

    private final Timelines zones;
    private EntryState entry = new EntryState.Unrecorded();
    private long position;

    private TradeScenario(Timelines zones) {
        this.zones = zones;
    }

    public static TradeScenario given(ZoneEvent... zoneEvents) {
        return new TradeScenario(ZoneScenario.given(zoneEvents).zones());
    }

    /** Zone a, live from 1 July 2010 to 30 June 2015. */
    public static TradeScenario zoneOf2010To2015() {
        return given(
                ZoneScenario.established("a", BONDED_ZONE, "2010-07-01"),
                new ZoneClosed(
                        ZoneScenario.zone("a"),
                        "no use",
                        ZoneScenario.day("2015-07-01"),
                        ZoneScenario.day("2015-07-01")));
    }

    public static TradeEntry entry(String period, @Nullable String hsChapter, String value) {
        return new TradeEntry(
                ENTRY,
                ZoneScenario.zone("a"),
                Period.parse(period),
                Direction.EXPORT,
                BusinessForm.BONDED_LOGISTICS,
                hsChapter == null ? null : new HsChapter(hsChapter),
                null,
                null,
                Money.parse(value));
    }

    public static TradeEntry entry(String period) {
        return entry(period, null, "100.00");
    }

    public Timelines zones() {
        return zones;
    }

    public EntryState entry() {
        return entry;
    }

    public TradeScenario recorded(EntryEvent... events) {
        for (EntryEvent event : events) {
            position++;
            entry = entry.evolve(new RecordedEvent<>(ZoneScenario.id(position), position, Instant.EPOCH, event));
        }
        return this;
    }

    public static List<TradeEvent> accepted(Decision<TradeEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<TradeEvent>) decision).events();
    }

    public static UUID alreadyRecorded(Decision<TradeEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.AlreadyRecorded.class);
        return ((Decision.AlreadyRecorded<TradeEvent>) decision).first().id();
    }

    public static Rejection refused(Decision<TradeEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<TradeEvent>) decision).rejection();
    }
}
