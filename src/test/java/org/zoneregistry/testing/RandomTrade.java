package org.zoneregistry.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.AggregateWithdrawn;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.event.json.TradeEventType;
import org.zoneregistry.zone.event.ZoneCode;

/** Random trade events with few different values, so that they fall into the same sums. */
public final class RandomTrade {

    private final Random random;
    private final List<ZoneCode> zones;
    private final List<TradeEntry> open = new ArrayList<>();
    private int number;
    private @Nullable TradeEntry moving;

    /** Trade of those zones. */
    public RandomTrade(Random random, List<ZoneCode> zones) {
        this.random = random;
        this.zones = List.copyOf(zones);
    }

    /** Appends an event of a random kind. Some kinds refer to earlier events. */
    public void appendTo(SimulatedLog log) {
        TradeEvent event = next();
        log.append(TradeEventType.of(event).wireName(), TradeEventJson.write(event), List.of());
    }

    private TradeEvent next() {
        if (moving != null) {
            var moved = moving;
            moving = null;
            open.add(moved);
            return new TradeRecorded(moved);
        }
        int kind = random.nextInt(24);
        if (kind < 11 || (kind < 18 && open.isEmpty())) {
            var entry = entry(new EntryId("e/" + ++number), any(zones));
            open.add(entry);
            return new TradeRecorded(entry);
        }
        if (kind < 16) {
            int corrected = random.nextInt(open.size());
            var entry = corrected(open.get(corrected));
            open.set(corrected, entry);
            return new TradeCorrected(entry, "misread");
        }
        if (kind < 18) {
            var entry = open.remove(random.nextInt(open.size()));
            if (random.nextBoolean()) {
                moving = entry(entry.id(), any(zones));
            }
            return new TradeWithdrawn(entry.id(), entry.zone(), "never was");
        }
        if (kind == 20) {
            return new AggregateWithdrawn(aggregate().key(), "never was");
        }
        if (kind == 21) {
            var enterprise = enterprise();
            return new EnterpriseWithdrawn(enterprise.id(), enterprise.zone(), "never was");
        }
        return kind == 18 || kind == 22 ? new AggregatePublished(aggregate()) : new EnterpriseRegistered(enterprise());
    }

    private TradeEntry entry(EntryId id, ZoneCode zone) {
        return new TradeEntry(
                id,
                zone,
                period(),
                any(List.of(Direction.values())),
                any(List.of(BusinessForm.BONDED_LOGISTICS, BusinessForm.OTHER, BusinessForm.UNSPECIFIED)),
                sometimes(() -> new HsChapter(any(List.of("01", "85")))),
                sometimes(() -> new EnterpriseId(any(List.of("A", "B", "C")))),
                sometimes(() -> new Country(any(List.of("DE", "JP")))),
                new Money(random.nextLong(1, random.nextInt(10) == 0 ? Money.LIMIT_FEN : 1000)));
    }

    private TradeEntry corrected(TradeEntry entry) {
        var other = entry(entry.id(), entry.zone());
        return random.nextBoolean()
                ? other
                : new TradeEntry(
                        entry.id(),
                        entry.zone(),
                        entry.period(),
                        entry.direction(),
                        entry.businessForm(),
                        entry.hsChapter(),
                        other.enterprise(),
                        entry.partner(),
                        random.nextBoolean() ? entry.value() : other.value());
    }

    private PublishedAggregate aggregate() {
        return new PublishedAggregate(
                any(List.of(AggregateSubject.values())),
                any(List.of("CN", "CN-JS")),
                period(),
                sometimes(() -> BusinessForm.OTHER),
                new Money(random.nextLong(500, 1000)),
                sometimes(() -> new Money(random.nextLong(1, 500))),
                null,
                "a gazette");
    }

    private Enterprise enterprise() {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(500));
        return new Enterprise(
                new EnterpriseId(any(List.of("A", "B", "C"))),
                "An enterprise",
                any(zones),
                new Industry("85"),
                random.nextBoolean(),
                day,
                day);
    }

    private Period period() {
        int year = random.nextInt(2020, 2023);
        return random.nextInt(4) == 0 ? Period.ofYear(year) : Period.ofMonth(year, random.nextInt(11, 13));
    }

    private <T> @Nullable T sometimes(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
