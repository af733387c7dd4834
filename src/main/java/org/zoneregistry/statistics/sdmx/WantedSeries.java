package org.zoneregistry.statistics.sdmx;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The requested series, by SDMX 2.1's syntax of keys: {@code all}, or a part for each dimension separated by points,
 * {@code A.CN-JS+CN-SC._T..84}. A part is one code, several codes joined with a plus, or empty, which means any code.
 *
 * @param codes the wanted codes of a dimension; a dimension without an entry means all of its codes
 */
record WantedSeries(Map<SeriesDimension, Set<String>> codes) {

    /** All series. */
    static final WantedSeries ANY = new WantedSeries(Map.of());

    private static final String ALL_SERIES = "all";

    WantedSeries {
        codes = Map.copyOf(codes);
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException with the reason
     */
    static WantedSeries parse(String key) {
        if (key.equals(ALL_SERIES)) {
            return ANY;
        }
        String[] parts = key.split("\\.", -1);
        SeriesDimension[] dimensions = SeriesDimension.values();
        if (parts.length != dimensions.length) {
            throw new IllegalArgumentException("must be all, or have a part for each of "
                    + Arrays.stream(dimensions).map(Enum::name).collect(Collectors.joining(".")));
        }
        Map<SeriesDimension, Set<String>> codes = new EnumMap<>(SeriesDimension.class);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                codes.put(dimensions[i], codes(dimensions[i], parts[i]));
            }
        }
        return new WantedSeries(codes);
    }

    private static Set<String> codes(SeriesDimension dimension, String part) {
        var codes = new TreeSet<String>();
        for (String code : part.split("\\+", -1)) {
            if (!Codelists.allow(dimension, code)) {
                throw new IllegalArgumentException("must have codes of " + dimension.codelist() + " in the part "
                        + dimension + "; GET /v1/sdmx/codelist/" + TradeFlow.AGENCY + "/" + dimension.codelist() + "/"
                        + TradeFlow.VERSION + " lists them");
            }
            codes.add(code);
        }
        return codes;
    }

    /** Whether series with this code are wanted. */
    boolean wants(SeriesDimension dimension, String code) {
        Set<String> wanted = codes.get(dimension);
        return wanted == null || wanted.contains(code);
    }

    /** Whether this series is wanted. */
    boolean wants(SeriesKey key) {
        return codes.keySet().stream().allMatch(dimension -> wants(dimension, key.code(dimension)));
    }

    /** The wanted codes of a dimension; empty for all. */
    Set<String> codes(SeriesDimension dimension) {
        return codes.getOrDefault(dimension, Set.of());
    }

    @Override
    public String toString() {
        return Arrays.stream(SeriesDimension.values())
                .map(dimension -> String.join("+", new TreeSet<>(codes(dimension))))
                .collect(Collectors.joining("."));
    }
}
