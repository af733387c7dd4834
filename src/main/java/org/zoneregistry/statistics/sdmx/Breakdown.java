package org.zoneregistry.statistics.sdmx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;

/**
 * One breakdown of trade, which is one question to the cube. An empty part of a key requests all breakdowns: the total
 * of the dimension and its values.
 *
 * @param byForm whether it is broken down by form of business
 * @param byChapter whether it is broken down by chapter
 */
record Breakdown(Frequency frequency, AreaLevel area, boolean byForm, boolean byChapter) {

    /** The breakdowns of the wanted series, each once, totals first. */
    static List<Breakdown> of(WantedSeries wanted) {
        var breakdowns = new ArrayList<Breakdown>();
        for (Frequency frequency : Frequency.values()) {
            for (AreaLevel area : levels(wanted)) {
                for (boolean byForm : choices(wanted, SeriesDimension.BUSINESS_FORM)) {
                    for (boolean byChapter : choices(wanted, SeriesDimension.HS_CHAPTER)) {
                        if (wanted.wants(SeriesDimension.FREQ, frequency.code())) {
                            breakdowns.add(new Breakdown(frequency, area, byForm, byChapter));
                        }
                    }
                }
            }
        }
        return List.copyOf(breakdowns);
    }

    /** The question for the cube. */
    CubeQuestion question(WantedSeries wanted, TimeWindow window, @Nullable LocalDate validAt, long knownAt) {
        Set<Dimension> groupBy = EnumSet.copyOf(frequency.time());
        Map<Dimension, Set<String>> filter = new EnumMap<>(Dimension.class);
        dimensions().forEach((dimension, of) -> {
            groupBy.add(dimension);
            only(wanted.codes(of)).ifPresent(code -> filter.put(dimension, Set.of(code)));
        });
        return new CubeQuestion(window.firstYear(), window.lastYear(), groupBy, filter, validAt, knownAt);
    }

    /** The dimensions of the breakdown in the cube, each with its dimension of series. */
    Map<Dimension, SeriesDimension> dimensions() {
        Map<Dimension, SeriesDimension> dimensions = new EnumMap<>(Dimension.class);
        if (area.dimension() != null) {
            dimensions.put(area.dimension(), SeriesDimension.REF_AREA);
        }
        if (byForm) {
            dimensions.put(Dimension.BUSINESS_FORM, SeriesDimension.BUSINESS_FORM);
        }
        if (byChapter) {
            dimensions.put(Dimension.HS_CHAPTER, SeriesDimension.HS_CHAPTER);
        }
        return dimensions;
    }

    private static Set<AreaLevel> levels(WantedSeries wanted) {
        Set<String> codes = wanted.codes(SeriesDimension.REF_AREA);
        var levels = EnumSet.noneOf(AreaLevel.class);
        codes.forEach(code -> levels.add(AreaLevel.of(code)));
        return codes.isEmpty() ? EnumSet.allOf(AreaLevel.class) : levels;
    }

    private static List<Boolean> choices(WantedSeries wanted, SeriesDimension dimension) {
        Set<String> codes = wanted.codes(dimension);
        boolean hasParts = codes.isEmpty() || codes.stream().anyMatch(code -> !code.equals(Code.ALL));
        return Stream.of(false, true)
                .filter(isBrokenDown -> isBrokenDown ? hasParts : wanted.wants(dimension, Code.ALL))
                .toList();
    }

    /** The value that the cube can filter by, if there is exactly one. */
    private static Optional<String> only(Set<String> codes) {
        return codes.size() == 1
                ? codes.stream().filter(code -> !code.equals(Code.UNKNOWN)).findAny()
                : Optional.empty();
    }
}
