package org.zoneregistry.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

class EntryBatchTest {

    private static final ZoneCode HARBOUR = new ZoneCode("harbour");

    private final EntryBatch batch = new EntryBatch();
    private long position;

    private void zoneEvent(ZoneEvent event) {
        batch.add(new RecordedZoneEvent(++position, UUID.randomUUID(), Instant.EPOCH, event));
    }

    private void established() {
        LocalDate day = LocalDate.parse("2010-07-01");
        zoneEvent(new ZoneEstablished(
                HARBOUR, new ZoneName("Harbour", null), ZoneType.BONDED_ZONE, "CN-JS", null, null, day, day));
    }

    private static TradeEntry entry(String id, int year, long fen) {
        return new TradeEntry(
                new EntryId(id),
                HARBOUR,
                Period.ofYear(year),
                Direction.EXPORT,
                BusinessForm.OTHER,
                null,
                null,
                null,
                new Money(fen));
    }

    private String decide(TradeEntry entry) {
        Decision<TradeEvent> decision = batch.decide(entry);
        return switch (decision) {
            case Decision.Accepted<TradeEvent> _ -> "accepted";
            case Decision.AlreadyRecorded<TradeEvent> _ -> "already recorded";
            case Decision.Rejected<TradeEvent>(var why) -> why.code();
        };
    }

    @Test
    void a_decision_sees_entries_accepted_before_in_the_batch() {
        established();
        assertThat(decide(entry("E1", 2012, 5))).isEqualTo("accepted");
        assertThat(decide(entry("E1", 2012, 5))).isEqualTo("already recorded");
        assertThat(decide(entry("E1", 2012, 6))).isEqualTo("entry-content-differs");
        assertThat(decide(entry("E2", 2012, 6))).isEqualTo("accepted");
    }

    @Test
    void a_refused_entry_has_no_effect() {
        established();
        assertThat(decide(entry("E1", 2009, 5))).isEqualTo("zone-not-live");
        assertThat(decide(entry("E1", 2012, 6))).isEqualTo("accepted");
    }

    @Test
    void a_decision_sees_the_log() {
        LocalDate day = LocalDate.parse("2015-03-01");
        assertThat(decide(entry("E0", 2012, 5))).isEqualTo("zone-not-found");
        var other = new EntryBatchTest();
        other.established();
        other.zoneEvent(new ZoneClosed(HARBOUR, "Moved.", day, day));
        other.batch.add(
                new RecordedEvent<>(UUID.randomUUID(), 7, Instant.EPOCH, new TradeRecorded(entry("E1", 2012, 5))));
        other.batch.add(
                new RecordedEvent<>(UUID.randomUUID(), 8, Instant.EPOCH, new TradeRecorded(entry("E2", 2012, 5))));
        other.batch.add(new RecordedEvent<>(
                UUID.randomUUID(), 9, Instant.EPOCH, new TradeWithdrawn(new EntryId("E2"), HARBOUR, "Twice.")));
        assertThat(other.decide(entry("E1", 2012, 5))).isEqualTo("already recorded");
        assertThat(other.decide(entry("E2", 2012, 5))).isEqualTo("entry-withdrawn");
        assertThat(other.decide(entry("E3", 2016, 5))).isEqualTo("zone-not-live");
        assertThat(other.decide(entry("E4", 2015, 5))).isEqualTo("accepted");
    }
}
