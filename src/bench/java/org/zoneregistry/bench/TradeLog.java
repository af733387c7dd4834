package org.zoneregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.zoneregistry.log.StoredBytes;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.money.Money;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.event.json.TradeEventType;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;

/**
 * The trade of 167 zones in the 132 months of 2012 to 2022, in a realistic order: month after month, with the zones'
 * entries mixed; one event in twenty is a correction of any earlier entry.
 */
final class TradeLog {

    static final int ZONES = 167;
    static final int FIRST_YEAR = 2012;
    static final int MONTHS = 132;

    private static final int ENTERPRISES_OF_A_ZONE = 40;
    private static final int LEADING_ENTERPRISES = 20;
    private static final LocalDate DAY = LocalDate.of(2005, 1, 1);
    private static final List<BusinessForm> FORMS = List.of(BusinessForm.values());
    private static final List<String> PARTNERS =
            List.of("US", "JP", "KR", "DE", "VN", "MY", "TW", "HK", "NL", "GB", "SG", "TH", "IN", "FR", "AU", "BR");

    /** As long as in a real event. */
    private static final Map<String, String> METADATA = Map.of(
            "actor", "office-0231",
            "role", "reporter",
            "correlationId", "0196f0c2-5b7e-7c11-8a3d-0d9f6a1f2b3c",
            "traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

    private final long events;
    private final SplittableRandom random = new SplittableRandom(7);
    private long position;
    private long entries;
    private long end;

    /** @param events the number of events of trade */
    TradeLog(long events) {
        this.events = events;
    }

    /** The zones, the published foreign trade of each year, and leading enterprises. */
    List<StoredEvent> beginning() {
        var beginning = new ArrayList<StoredEvent>();
        for (int zone = 0; zone < ZONES; zone++) {
            beginning.add(established(zone));
        }
        for (int year = FIRST_YEAR; year < FIRST_YEAR + MONTHS / 12; year++) {
            beginning.add(stored(new AggregatePublished(new PublishedAggregate(
                    AggregateSubject.FOREIGN_TRADE,
                    PublishedAggregate.COUNTRY,
                    Period.ofYear(year),
                    null,
                    Money.parse("42067800000000"),
                    null,
                    null,
                    "a yearbook"))));
        }
        for (int zone = 0; zone < LEADING_ENTERPRISES; zone++) {
            beginning.add(stored(new EnterpriseRegistered(new Enterprise(
                    new EnterpriseId("E" + zone + "-0"),
                    "Leading " + zone,
                    zone(zone),
                    new Industry("84"),
                    true,
                    DAY,
                    DAY))));
        }
        end = position + events;
        return beginning;
    }

    /** The next events, at most that many; empty at the end. */
    List<StoredEvent> next(int most) {
        var next = new ArrayList<StoredEvent>(most);
        while (next.size() < most && position < end) {
            next.add(stored(
                    entries > 0 && random.nextInt(20) == 0
                            ? new TradeCorrected(entry(random.nextLong(entries), random), "misread")
                            : new TradeRecorded(entry(entries++, random))));
        }
        return next;
    }

    long position() {
        return position;
    }

    static ZoneCode zone(int number) {
        return new ZoneCode("comprehensive-bonded-zone-" + number);
    }

    /** Everything except the value is the same on each call. */
    private TradeEntry entry(long number, SplittableRandom values) {
        var fixed = new SplittableRandom(number);
        int month = (int) Math.min(MONTHS - 1L, number * MONTHS / Math.max(1, events * 19 / 20));
        int zone = fixed.nextInt(ZONES);
        return new TradeEntry(
                new EntryId("%010d-%s".formatted(fixed.nextLong(10_000_000_000L), number)),
                zone(zone),
                Period.ofMonth(FIRST_YEAR + month / 12, 1 + month % 12),
                fixed.nextBoolean() ? Direction.IMPORT : Direction.EXPORT,
                FORMS.get(fixed.nextInt(FORMS.size())),
                new HsChapter("%02d".formatted(1 + (int) (97 * fixed.nextDouble() * fixed.nextDouble()))),
                new EnterpriseId(
                        "E" + zone + "-" + (int) (ENTERPRISES_OF_A_ZONE * fixed.nextDouble() * fixed.nextDouble())),
                new Country(PARTNERS.get(fixed.nextInt(PARTNERS.size()))),
                new Money(values.nextLong(1, 10_000_000_000L)));
    }

    private StoredEvent established(int zone) {
        ZoneEvent event = new ZoneEstablished(
                zone(zone),
                new ZoneName("Zone " + zone, null),
                zone % 10 == 0 ? ZoneType.BONDED_ZONE : ZoneType.COMPREHENSIVE_BONDED_ZONE,
                Province.ALL.get(zone % Province.ALL.size()).iso(),
                null,
                null,
                DAY,
                DAY);
        return stored(ZoneEventType.of(event).wireName(), ZoneEventJson.write(event));
    }

    private StoredEvent stored(TradeEvent event) {
        return stored(TradeEventType.of(event).wireName(), TradeEventJson.write(event));
    }

    private StoredEvent stored(String type, JsonNode data) {
        position++;
        return new StoredEvent(
                position,
                Instant.EPOCH.plusMillis(position),
                new UUID(0x7000L, 0x8000_0000_0000_0000L + position),
                type,
                1,
                List.of(),
                METADATA,
                data,
                StoredBytes.of(new byte[0]));
    }
}
