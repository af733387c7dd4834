package org.zoneregistry.statistics.briefing;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.PublishedFigures.PublishedFigure;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.zone.read.LiveZone;

/**
 * The inputs of a briefing on a year.
 *
 * @param year the year of the trade
 * @param position the prefix of the log
 * @param live the zones that were live on the day of the briefing
 * @param liveAtYearEnd the zones that were live on the last day of the year
 * @param byZone trade by year and zone, with its province and region, of the year, the year before and the base year
 * @param byForm trade by year and form of business, of the year and the year before
 * @param byEnterprise trade of the year by enterprise, for leading ones
 * @param leading the leading enterprises
 * @param published the published figures of {@link #keys} that exist
 */
record Facts(
        int year,
        long position,
        List<LiveZone> live,
        List<LiveZone> liveAtYearEnd,
        List<Cell> byZone,
        List<Cell> byForm,
        List<Cell> byEnterprise,
        Set<String> leading,
        List<PublishedFigure> published) {

    /** The base year of growth. */
    static final int BASE_YEAR = 2012;

    /** The provinces with a stated share of zones. */
    static final List<String> PROVINCES = List.of("CN-SC", "CN-CQ", "CN-HA", "CN-SN");

    Facts {
        live = List.copyOf(live);
        liveAtYearEnd = List.copyOf(liveAtYearEnd);
        byZone = List.copyOf(byZone);
        byForm = List.copyOf(byForm);
        byEnterprise = List.copyOf(byEnterprise);
        leading = Set.copyOf(leading);
        published = List.copyOf(published);
    }

    /** The day of the next year on which zones are counted, as at the press conference on 2022. */
    static LocalDate dayOfBriefing(int year) {
        return LocalDate.of(year + 1, Month.MARCH, 20);
    }

    /** The keys of all published figures for a briefing on the year. */
    static Collection<PublishedAggregate.Key> keys(int year) {
        var keys = new HashSet<PublishedAggregate.Key>();
        for (AggregateSubject subject : AggregateSubject.values()) {
            Stream.of(year, BASE_YEAR).forEach(each -> keys.add(key(subject, PublishedAggregate.COUNTRY, each, null)));
            PROVINCES.forEach(province -> keys.add(key(subject, province, year, null)));
            Stream.of(year, year - 1)
                    .forEach(each ->
                            keys.add(key(subject, PublishedAggregate.COUNTRY, each, BusinessForm.BONDED_MAINTENANCE)));
        }
        return keys;
    }

    static PublishedAggregate.Key key(
            AggregateSubject subject, String territory, int year, @Nullable BusinessForm form) {
        return new PublishedAggregate.Key(subject, territory, Period.ofYear(year), form);
    }

    /** The trade of the zones of a territory in a year. */
    ZonesTrade zones(String territory, int year) {
        Predicate<String> in = province -> territory.equals(PublishedAggregate.COUNTRY) || territory.equals(province);
        List<Cell> cells = byZone.stream()
                .filter(cell -> is(cell, Dimension.YEAR, Integer.toString(year))
                        && in.test(String.valueOf(cell.key().get(Dimension.PROVINCE))))
                .toList();
        Set<String> trading = cells.stream()
                .map(cell -> String.valueOf(cell.key().get(Dimension.ZONE)))
                .collect(Collectors.toSet());
        boolean everyZone = year == this.year
                && liveAtYearEnd.stream()
                        .filter(zone -> in.test(zone.province()))
                        .allMatch(zone -> trading.contains(zone.code()));
        PublishedAggregate.Key key = key(AggregateSubject.ZONES, territory, year, null);
        return ZonesTrade.of(key, cells, everyZone, figure(key));
    }

    /** The trade of the country's zones in a form of business in a year. */
    ZonesTrade zones(BusinessForm form, int year) {
        List<Cell> cells = byForm.stream()
                .filter(cell -> is(cell, Dimension.YEAR, Integer.toString(year))
                        && is(cell, Dimension.BUSINESS_FORM, form.wireName()))
                .toList();
        PublishedAggregate.Key key = key(AggregateSubject.ZONES, PublishedAggregate.COUNTRY, year, form);
        return ZonesTrade.of(key, cells, zones(PublishedAggregate.COUNTRY, year).fromEntries(), figure(key));
    }

    /** The published foreign trade of a territory in a year. */
    ZonesTrade foreignTrade(String territory, int year) {
        PublishedAggregate.Key key = key(AggregateSubject.FOREIGN_TRADE, territory, year, null);
        return ZonesTrade.published(key, figure(key));
    }

    /** The trade of the year by zone. */
    List<Cell> ofTheYear() {
        return byZone.stream()
                .filter(cell -> is(cell, Dimension.YEAR, Integer.toString(year)))
                .toList();
    }

    @Nullable
    PublishedFigure figure(PublishedAggregate.Key key) {
        return published.stream()
                .filter(figure -> figure.aggregate().key().equals(key))
                .findAny()
                .orElse(null);
    }

    private static boolean is(Cell cell, Dimension dimension, String value) {
        return value.equals(cell.key().get(dimension));
    }
}
