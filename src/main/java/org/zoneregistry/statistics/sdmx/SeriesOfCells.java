package org.zoneregistry.statistics.sdmx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;

/** Makes series of the cells of one {@link Breakdown}: what the cube gives by period, turned to what it is of. */
final class SeriesOfCells {

    private final Breakdown breakdown;
    private final WantedSeries wanted;
    private final TimeWindow window;

    SeriesOfCells(Breakdown breakdown, WantedSeries wanted, TimeWindow window) {
        this.breakdown = breakdown;
        this.wanted = wanted;
        this.window = window;
    }

    /** The wanted series, in the order of their keys. Cells come in the order of time. */
    List<Series> series(List<Cell> cells) {
        Map<SeriesKey, Map<Integer, Amount>> wholeYears = wholeYears(cells);
        var series = new TreeMap<SeriesKey, List<Observation>>();
        for (Cell cell : cells) {
            Period period = period(cell);
            if (period != null && window.contains(period)) {
                sums(cell)
                        .forEach((key, sum) -> series.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(new Observation(
                                        period,
                                        sum,
                                        wholeYears.getOrDefault(key, Map.of()).get(period.year()))));
            }
        }
        return series.entrySet().stream()
                .map(each -> new Series(each.getKey(), each.getValue()))
                .toList();
    }

    /** What was recorded for years as a whole, where months are told apart. */
    private Map<SeriesKey, Map<Integer, Amount>> wholeYears(List<Cell> cells) {
        var wholeYears = new HashMap<SeriesKey, Map<Integer, Amount>>();
        if (breakdown.frequency() == Frequency.MONTHLY) {
            cells.stream()
                    .filter(cell -> cell.key().get(Dimension.MONTH) == null)
                    .forEach(cell -> sums(cell)
                            .forEach((key, sum) -> wholeYears
                                    .computeIfAbsent(key, _ -> new HashMap<>())
                                    .put(Integer.valueOf(value(cell, Dimension.YEAR)), sum)));
        }
        return wholeYears;
    }

    private @Nullable Period period(Cell cell) {
        if (breakdown.frequency() == Frequency.ANNUAL) {
            return Period.parse(value(cell, Dimension.YEAR));
        }
        String month = cell.key().get(Dimension.MONTH);
        return month == null ? null : Period.parse(month);
    }

    private static String value(Cell cell, Dimension dimension) {
        return Objects.requireNonNull(cell.key().get(dimension));
    }

    /** The wanted sums of a cell: of each direction that it has trade of, and of all together. */
    private Map<SeriesKey, Amount> sums(Cell cell) {
        var sums = new LinkedHashMap<SeriesKey, Amount>();
        put(sums, cell, Code.ALL, cell.total());
        put(sums, cell, Direction.IMPORT.wireName(), cell.imports());
        put(sums, cell, Direction.EXPORT.wireName(), cell.exports());
        put(sums, cell, Code.UNSAID, cell.undirected());
        return sums;
    }

    private void put(Map<SeriesKey, Amount> sums, Cell cell, String direction, Amount sum) {
        SeriesKey key = key(cell, direction);
        if (!sum.isZero() && wanted.wants(key)) {
            sums.put(key, sum);
        }
    }

    private SeriesKey key(Cell cell, String direction) {
        var codes = new EnumMap<SeriesDimension, String>(SeriesDimension.class);
        for (SeriesDimension dimension : SeriesDimension.values()) {
            codes.put(dimension, Code.ALL);
        }
        codes.put(SeriesDimension.FREQ, breakdown.frequency().code());
        codes.put(SeriesDimension.DIRECTION, direction);
        breakdown
                .apart()
                .forEach((from, to) ->
                        codes.put(to, Objects.requireNonNullElse(cell.key().get(from), Code.UNSAID)));
        return new SeriesKey(codes);
    }
}
