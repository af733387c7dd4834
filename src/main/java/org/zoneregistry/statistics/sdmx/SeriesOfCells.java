package org.zoneregistry.statistics.sdmx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;

/**
 * Makes series from the cells of one {@link Breakdown}, which come in parts, ordered by key and then by time. Not
 * thread-safe.
 */
final class SeriesOfCells {

    private final Breakdown breakdown;
    private final WantedSeries wanted;
    private final TimeWindow window;

    private List<String> of = List.of();
    private final SortedMap<SeriesKey, List<Observation>> begun = new TreeMap<>();
    private Map<SeriesKey, Sum> wholeYear = Map.of();
    private @Nullable String yearOfIt;

    SeriesOfCells(Breakdown breakdown, WantedSeries wanted, TimeWindow window) {
        this.breakdown = breakdown;
        this.wanted = wanted;
        this.window = window;
    }

    /** The wanted series that these cells complete. */
    List<Series> add(List<CoveredCell> cells) {
        var whole = new ArrayList<Series>();
        for (CoveredCell cell : cells) {
            List<String> ofCell = order().stream()
                    .map(dimension ->
                            Objects.requireNonNullElse(cell.cell().key().get(dimension), Code.UNKNOWN))
                    .toList();
            if (!ofCell.equals(of)) {
                whole.addAll(end());
                of = ofCell;
            }
            add(cell);
        }
        return whole;
    }

    /** The last series. */
    List<Series> end() {
        var whole = begun.entrySet().stream()
                .map(each -> new Series(each.getKey(), each.getValue()))
                .toList();
        begun.clear();
        yearOfIt = null;
        return whole;
    }

    /** The first dimensions of the cells' order. */
    List<Dimension> order() {
        return List.copyOf(breakdown.dimensions().keySet());
    }

    private record Sum(Amount amount, Coverage coverage) {}

    private void add(CoveredCell covered) {
        Period period = period(covered.cell());
        String year = value(covered.cell(), Dimension.YEAR);
        if (period == null) {
            wholeYear = sums(covered);
            yearOfIt = year;
        } else if (window.contains(period)) {
            Map<SeriesKey, Sum> beside = year.equals(yearOfIt) ? wholeYear : Map.of();
            sums(covered).forEach((key, sum) -> {
                Sum whole = beside.get(key);
                begun.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(new Observation(
                                period, sum.amount(), sum.coverage(), whole == null ? null : whole.amount()));
            });
        }
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

    /** The wanted sums of a cell: of each direction with trade, and of all directions. */
    private Map<SeriesKey, Sum> sums(CoveredCell covered) {
        Cell cell = covered.cell();
        var sums = new LinkedHashMap<SeriesKey, Sum>();
        put(sums, cell, Code.ALL, new Sum(cell.total(), covered.coverage()));
        put(sums, cell, Direction.IMPORT.wireName(), sum(covered, cell.imports(), Direction.IMPORT));
        put(sums, cell, Direction.EXPORT.wireName(), sum(covered, cell.exports(), Direction.EXPORT));
        put(sums, cell, Code.UNKNOWN, sum(covered, cell.undirected(), Direction.TOTAL));
        return sums;
    }

    private static Sum sum(CoveredCell covered, Amount amount, Direction direction) {
        return new Sum(amount, Objects.requireNonNull(covered.byDirection().get(direction)));
    }

    private void put(Map<SeriesKey, Sum> sums, Cell cell, String direction, Sum sum) {
        SeriesKey key = key(cell, direction);
        if (!sum.amount().isZero() && wanted.wants(key)) {
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
                .dimensions()
                .forEach((from, to) ->
                        codes.put(to, Objects.requireNonNullElse(cell.key().get(from), Code.UNKNOWN)));
        return new SeriesKey(codes);
    }
}
