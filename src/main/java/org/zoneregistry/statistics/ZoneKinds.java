package org.zoneregistry.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;

/**
 * What a zone trades, by kind.
 *
 * @param province where it lies; {@code null} if that isn't known
 */
public record ZoneKinds(String zone, @Nullable String province, Kinds kinds) {

    /** By what the cube is to take sums apart for this. */
    public static Set<Dimension> groupBy(Dimension kind) {
        return EnumSet.of(Dimension.ZONE, Dimension.PROVINCE, kind);
    }

    /**
     * Hands on the zones of which the trade of some kind is known, from cells that come zone by zone, some at a time.
     */
    public static final class OneByOne {

        private final Dimension kind;
        private final Consumer<ZoneKinds> each;
        private final List<Cell> cells = new ArrayList<>();

        /** Nothing yet. */
        public OneByOne(Dimension kind, Consumer<ZoneKinds> each) {
            this.kind = kind;
            this.each = each;
        }

        /** More cells. */
        public void add(List<Cell> more) {
            for (Cell cell : more) {
                if (!cells.isEmpty() && !zoneOf(cells.getLast()).equals(zoneOf(cell))) {
                    end();
                }
                cells.add(cell);
            }
        }

        /** No more cells of the last zone. */
        public void end() {
            ZoneKinds.of(kind, cells).forEach(each);
            cells.clear();
        }

        private static String zoneOf(Cell cell) {
            return Objects.requireNonNull(cell.key().get(Dimension.ZONE));
        }
    }

    /** The zones of which the trade of some kind is known, by code. */
    public static List<ZoneKinds> of(Dimension kind, List<Cell> cells) {
        var byZone = new TreeMap<String, List<Cell>>();
        for (Cell cell : cells) {
            String zone = Objects.requireNonNull(cell.key().get(Dimension.ZONE));
            byZone.computeIfAbsent(zone, _ -> new ArrayList<>()).add(cell);
        }
        return byZone.entrySet().stream()
                .map(zone -> new ZoneKinds(
                        zone.getKey(),
                        zone.getValue().getLast().key().get(Dimension.PROVINCE),
                        Kinds.of(kind, zone.getValue())))
                .filter(zone -> !zone.kinds().total().isZero())
                .toList();
    }
}
