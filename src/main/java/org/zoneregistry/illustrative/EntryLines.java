package org.zoneregistry.illustrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;

/**
 * The trade of zones in a year, as monthly entries: every month for a large zone's main form, every third or sixth
 * month for others, which limits their number.
 */
final class EntryLines {

    /** The seasonal changes of trade. */
    private static final int[] SEASONS = {92, 70, 98, 97, 99, 102, 103, 104, 107, 101, 110, 117};

    /** The most likely first. */
    private static final List<Country> PARTNERS =
            List.of("US", "KR", "JP", "HK", "VN", "DE", "MY", "NL", "SG", "AU", "TH", "CL").stream()
                    .map(Country::new)
                    .toList();

    private final int year;
    private final long average;

    /** @param average the average trade of a zone in the year, in fen */
    EntryLines(int year, long average) {
        this.year = year;
        this.average = average;
    }

    /** The entries of one zone, by month. */
    List<TradeEntry> of(Trade trade) {
        var entries = new ArrayList<TradeEntry>();
        long exportsLeft = trade.exports();
        BusinessForm main = BusinessForms.main(trade.zone());
        for (Map.Entry<BusinessForm, Long> part : trade.forms().entrySet()) {
            BusinessForm form = part.getKey();
            if (form != main) {
                long exports = Apportionment.share(part.getValue(), trade.exports(), trade.total());
                exportsLeft -= exports;
                add(entries, trade, form, exports, part.getValue() - exports);
            }
        }
        long inMain = trade.forms().getOrDefault(main, 0L);
        add(entries, trade, main, exportsLeft, inMain - exportsLeft);
        entries.sort((a, b) -> a.period().compareTo(b.period()));
        return entries;
    }

    private void add(List<TradeEntry> entries, Trade trade, BusinessForm form, long exports, long imports) {
        add(entries, trade, form, Direction.IMPORT, imports);
        add(entries, trade, form, Direction.EXPORT, exports);
    }

    private void add(List<TradeEntry> entries, Trade trade, BusinessForm form, Direction direction, long amount) {
        List<Integer> months = months(trade, form);
        long[] parts = Apportionment.of(
                amount, months.stream().mapToLong(month -> weight(trade, month)).toArray());
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                entries.add(entry(trade, form, direction, months.get(i), new Money(parts[i]), entries.size() + 1));
            }
        }
    }

    private long weight(Trade trade, int month) {
        return SEASONS[month - 1]
                * (long) Chance.of("month", trade.zone().code(), year, month).between(90, 110);
    }

    /** The months with lines, among those in which the zone is live. */
    private List<Integer> months(Trade trade, BusinessForm form) {
        TradingZone zone = trade.zone();
        boolean large = trade.total() >= average;
        int every = form == BusinessForms.main(zone) ? (large ? 1 : 3) : (large ? 3 : 6);
        int first = Chance.of("first month", zone.code(), form).between(0, every - 1);
        List<Integer> months =
                zone.months().stream().filter(month -> month % every == first).toList();
        return months.isEmpty() ? List.of(zone.months().getLast()) : months;
    }

    private TradeEntry entry(Trade trade, BusinessForm form, Direction direction, int month, Money value, int number) {
        TradingZone zone = trade.zone();
        Period period = Period.ofMonth(year, month);
        Chance chance = Chance.of("line", zone.code(), period, form, direction);
        return new TradeEntry(
                new EntryId(Dataset.ILLUSTRATIVE_PREFIX + zone.code() + "-" + period + "-" + number),
                zone.code(),
                period,
                direction,
                form,
                BusinessForms.chapter(zone, form, chance),
                enterprise(zone, form, chance),
                chance.oneOf(PARTNERS),
                value);
    }

    private static @Nullable EnterpriseId enterprise(TradingZone zone, BusinessForm form, Chance chance) {
        return Enterprises.hasSome(zone) && form == BusinessForms.main(zone)
                ? Enterprises.id(zone.code(), chance.percent(60) ? 1 : chance.between(2, Enterprises.OF_A_ZONE))
                : null;
    }
}
