package org.zoneregistry.illustrative;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * The published figures of a year, distributed over the zones: first each zone's total, then its exports, then its
 * forms of business. Every published figure comes out exactly, except directions that don't add up.
 */
final class TradeOfAYear {

    private final Published published;
    private final int year;
    private final List<TradingZone> zones;
    private final Map<ZoneCode, List<TradeEntry>> known;

    TradeOfAYear(Published published, int year) {
        this.published = published;
        this.year = year;
        this.zones = TradingZone.in(year, published.zones());
        this.known = published.entries(year).collect(Collectors.groupingBy(TradeEntry::zone));
    }

    /** The trade of each zone, by code. */
    List<Trade> spread() {
        Margins totals = totals();
        Margins exports = exports(totals);
        Map<BusinessForm, Margins> forms = forms(totals);
        return zones.stream()
                .map(zone -> new Trade(zone, totals.of(zone), exports.of(zone), formsOf(zone, totals.of(zone), forms)))
                .toList();
    }

    private Margins totals() {
        var totals = new Margins(zones, zone -> zone.weight(year));
        for (TradingZone zone : zones) {
            if (known.containsKey(zone.code())) {
                totals.fix(zone, sum(zone, null));
            }
        }
        published
                .figures(year, false)
                .sorted((a, b) -> Integer.compare(breadth(a), breadth(b)))
                .forEach(figure -> totals.spread(
                        zone -> zone.isAmong(figure), figure.total().fen()));
        totals.spread(zone -> true, Objects.requireNonNull(published.totals().get(year)));
        return totals;
    }

    /** Smaller groups first: provinces before the country, and comprehensive zones before all. */
    private static int breadth(PublishedAggregate figure) {
        return (figure.territory().equals(PublishedAggregate.COUNTRY) ? 2 : 0)
                + (figure.subject() == AggregateSubject.ZONES ? 1 : 0);
    }

    private Margins exports(Margins totals) {
        var exports = new Margins(
                zones,
                zone -> totals.of(zone)
                        / 100
                        * Chance.of("exports", zone.code()).between(75, 125));
        for (TradingZone zone : zones) {
            if (sum(zone, Direction.EXPORT) > 0) {
                exports.fix(zone, sum(zone, Direction.EXPORT));
            }
        }
        exports.spread(zone -> true, published.exports(year));
        return exports;
    }

    /** For each form, its trade in zones where it is secondary. */
    private Map<BusinessForm, Margins> forms(Margins totals) {
        var forms = new EnumMap<BusinessForm, Margins>(BusinessForm.class);
        for (BusinessForm form : BusinessForm.values()) {
            var margins = new Margins(zones, zone -> totals.of(zone) / 1000 * BusinessForms.permille(zone, form));
            published
                    .figures(year, true)
                    .filter(figure -> figure.businessForm() == form)
                    .forEach(figure -> margins.spread(
                            zone -> zone.isAmong(figure) && does(zone, form),
                            figure.total().fen()));
            zones.stream()
                    .filter(zone -> !margins.has(zone) && does(zone, form))
                    .forEach(zone -> margins.fix(zone, totals.of(zone) / 1000 * BusinessForms.permille(zone, form)));
            forms.put(form, margins);
        }
        return forms;
    }

    private static boolean does(TradingZone zone, BusinessForm form) {
        return BusinessForms.secondary(zone).contains(form);
    }

    /** The main form gets the rest. */
    private static Map<BusinessForm, Long> formsOf(TradingZone zone, long total, Map<BusinessForm, Margins> margins) {
        var forms = new EnumMap<BusinessForm, Long>(BusinessForm.class);
        long left = total;
        for (BusinessForm form : BusinessForms.secondary(zone)) {
            long amount = Objects.requireNonNull(margins.get(form)).of(zone);
            forms.put(form, amount);
            left -= amount;
        }
        forms.put(BusinessForms.main(zone), left);
        return forms;
    }

    /** The known trade of the zone; {@code null} means all directions. */
    private long sum(TradingZone zone, @Nullable Direction direction) {
        return known.getOrDefault(zone.code(), List.of()).stream()
                .filter(entry -> direction == null || entry.direction() == direction)
                .mapToLong(entry -> entry.value().fen())
                .sum();
    }
}
