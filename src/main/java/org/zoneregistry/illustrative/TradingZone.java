package org.zoneregistry.illustrative;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.timeline.Timeline;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * A zone that trades in a year: it is live on the last day.
 *
 * @param type as of that day, like the province
 * @param months the months on whose last day it is live, at least one
 */
record TradingZone(ZoneCode code, ZoneType type, String province, List<Integer> months) {

    /** The relative trade of a zone in each province, roughly as published. */
    private static final Map<String, Integer> PROVINCES = Map.ofEntries(
            Map.entry("CN-SH", 60),
            Map.entry("CN-JS", 30),
            Map.entry("CN-GD", 40),
            Map.entry("CN-ZJ", 20),
            Map.entry("CN-SD", 16),
            Map.entry("CN-FJ", 14),
            Map.entry("CN-TJ", 20),
            Map.entry("CN-BJ", 20),
            Map.entry("CN-SC", 45),
            Map.entry("CN-CQ", 45),
            Map.entry("CN-HA", 45),
            Map.entry("CN-SN", 28));

    private static final int ELSEWHERE = 6;

    /** All zones of a year, by code. */
    static List<TradingZone> in(int year, Timelines zones) {
        return zones.zones().stream()
                .sorted(Comparator.comparing(ZoneCode::value))
                .flatMap(zone -> in(year, zones.of(zone)).stream())
                .toList();
    }

    private static List<TradingZone> in(int year, Timeline timeline) {
        List<Integer> months = IntStream.rangeClosed(1, 12)
                .filter(month -> isLive(timeline, YearMonth.of(year, month).atEndOfMonth()))
                .boxed()
                .toList();
        return Stream.of(LocalDate.of(year, 12, 31))
                .filter(day -> isLive(timeline, day))
                .flatMap(day -> timeline.at(day).stream())
                .map(state -> new TradingZone(timeline.zone(), state.type(), state.province(), months))
                .toList();
    }

    private static boolean isLive(Timeline timeline, LocalDate day) {
        return timeline.at(day).filter(state -> state.isLive()).isPresent();
    }

    /** Whether the figure covers the zone. */
    boolean isAmong(PublishedAggregate figure) {
        return (figure.territory().equals(PublishedAggregate.COUNTRY)
                        || figure.territory().equals(province))
                && (figure.subject() == AggregateSubject.ZONES || type == ZoneType.COMPREHENSIVE_BONDED_ZONE);
    }

    /** The relative trade of the zone in a year. It differs by a factor of up to a hundred. */
    long weight(int year) {
        return size() * Chance.of("year", code, year).between(85, 115) * months.size();
    }

    /** The part of its weight that is the same in every year. */
    long size() {
        Chance chance = Chance.of("size", code);
        return PROVINCES.getOrDefault(province, ELSEWHERE) * (1L << chance.between(0, 5)) * chance.between(60, 120);
    }
}
