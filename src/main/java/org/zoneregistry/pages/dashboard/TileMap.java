package org.zoneregistry.pages.dashboard;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.territory.Province;

/**
 * The provinces as squares, roughly in their places.
 *
 * @param measure the measure that the colour shows: zones, trade, share
 */
@TemplateData
public record TileMap(String measure, List<Tile> tiles) {

    /** Columns and rows, by the last part of the ISO code. */
    private static final Map<String, int[]> PLACES = Map.ofEntries(
            at("HL", 7, 0),
            at("NM", 4, 1),
            at("BJ", 5, 1),
            at("LN", 6, 1),
            at("JL", 7, 1),
            at("XJ", 0, 2),
            at("GS", 2, 2),
            at("NX", 3, 2),
            at("SX", 4, 2),
            at("HE", 5, 2),
            at("TJ", 6, 2),
            at("QH", 1, 3),
            at("SN", 3, 3),
            at("HA", 4, 3),
            at("SD", 5, 3),
            at("JS", 6, 3),
            at("XZ", 1, 4),
            at("SC", 2, 4),
            at("CQ", 3, 4),
            at("HB", 4, 4),
            at("AH", 5, 4),
            at("ZJ", 6, 4),
            at("SH", 7, 4),
            at("YN", 2, 5),
            at("GZ", 3, 5),
            at("HN", 4, 5),
            at("JX", 5, 5),
            at("FJ", 6, 5),
            at("GX", 3, 6),
            at("GD", 4, 6),
            at("HI", 4, 7));

    private static final int SIDE = 84;
    private static final int STEPS = 5;

    private static Map.Entry<String, int[]> at(String code, int column, int row) {
        return Map.entry(code, new int[] {column, row});
    }

    /**
     * A province.
     *
     * @param step the strength of the colour, 0 to 4
     * @param value the shown value, as short as possible
     * @param basis where the value is from, and what it covers; empty if that goes without saying
     * @param region its economic region
     */
    @TemplateData
    public record Tile(
            String iso, String name, String region, int x, int y, int step, String value, String basis, String href) {

        /** The middle of the square. */
        public int middle() {
            return x + SIDE / 2;
        }
    }

    /**
     * The value of a province.
     *
     * @param size the number for the colour; null if unknown
     * @param basis where it is from, and what it covers
     */
    record Value(@Nullable BigDecimal size, String text, String basis) {}

    static TileMap of(Visit visit, String measure, Map<String, Value> values) {
        List<BigDecimal> sizes = values.values().stream()
                .map(Value::size)
                .filter(Objects::nonNull)
                .filter(size -> size.signum() > 0)
                .sorted(Comparator.naturalOrder())
                .toList();
        var tiles = new ArrayList<Tile>();
        for (Province province : Province.ALL) {
            Value value = values.getOrDefault(province.iso(), new Value(null, "–", ""));
            int[] place = Objects.requireNonNull(PLACES.get(province.iso().substring(3)));
            tiles.add(new Tile(
                    province.iso(),
                    Vocabulary.province(province.iso(), visit.language()),
                    Vocabulary.of(province.region().wireName(), visit.language()),
                    place[0] * SIDE,
                    place[1] * SIDE,
                    step(value.size(), sizes),
                    value.text(),
                    value.basis(),
                    visit.to("/zones", "province", province.iso())));
        }
        return new TileMap(measure, tiles);
    }

    /** The colour by rank, so that a few large values do not make all others equal. */
    private static int step(@Nullable BigDecimal size, List<BigDecimal> sizes) {
        if (size == null || size.signum() == 0) {
            return 0;
        }
        long smaller = sizes.stream().filter(other -> other.compareTo(size) < 0).count();
        return (int) (1 + smaller * (STEPS - 1) / sizes.size());
    }
}
