package org.zoneregistry.zone.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.timeline.ZoneState;

/** Given recorded events, when a command is decided, then the outcome. */
public final class ZoneScenario {

    private Timelines zones = Timelines.none();
    private long position;

    /** Events in the order of the log; the first has the id {@link #id(long) id(1)}. */
    public static ZoneScenario given(ZoneEvent... events) {
        var scenario = new ZoneScenario();
        for (ZoneEvent event : events) {
            scenario.record(event);
        }
        return scenario;
    }

    public static UUID id(long position) {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | position);
    }

    public static ZoneCode zone(String code) {
        return new ZoneCode(code);
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public static BigDecimal km2(String area) {
        return new BigDecimal(area);
    }

    public static ZoneEstablished established(String code, ZoneType type, String on) {
        return new ZoneEstablished(
                zone(code), new ZoneName(code, null), type, "CN-JS", "Nanjing", km2("5.20"), day(on), day(on));
    }

    public Timelines zones() {
        return zones;
    }

    /** The accepted events, which are recorded too. */
    public List<ZoneEvent> accepts(Decision<ZoneEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<ZoneEvent> events = ((Decision.Accepted<ZoneEvent>) decision).events();
        events.forEach(this::record);
        return events;
    }

    public void records(ZoneFact fact) {
        accepts(FactDecider.decide(zones, fact));
    }

    /** The id of the event that recorded the same fact before. */
    public UUID finds(Decision<ZoneEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.AlreadyRecorded.class);
        return ((Decision.AlreadyRecorded<ZoneEvent>) decision).first().id();
    }

    public Rejection refuses(Decision<ZoneEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<ZoneEvent>) decision).rejection();
    }

    public Rejection refuses(ZoneFact fact) {
        return refuses(FactDecider.decide(zones, fact));
    }

    public ZoneState at(String code, String date) {
        return zones.of(zone(code)).at(day(date)).orElseThrow();
    }

    private void record(ZoneEvent event) {
        position++;
        zones = zones.evolve(new RecordedZoneEvent(position, id(position), Instant.EPOCH, event));
    }
}
