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
 * The trade of a zone, by kind.
 *
 * @param province the zone's province; {@code null} if it isn't known
 */
public record ZoneKinds(String zone, @Nullable String province, Kinds kinds) {

    /** The dimensions to group the cube by. */
    public static Set<Dimension> groupBy(Dimension kind) {
        return EnumSet.of(Dimension.ZONE, Dimension.PROVINCE, kind);
    }

    /** Collects cells zone by zone, and passes on each zone with trade of a known kind when its cells are complete. */
    public static final class OneByOne {

        private final Dimension kind;
        private final Consumer<ZoneKinds> each;
        private final List<Cell> cells = new ArrayList<>();

        /** An empty collector. */
        public OneByOne(Dimension kind, Consumer<ZoneKinds> each) {
            this.kind = kind;
            this.each = each;
        }

        /** Adds cells. */
        public void add(List<Cell> more) {
            for (Cell cell : more) {
                if (!cells.isEmpty() && !zoneOf(cells.getLast()).equals(zoneOf(cell))) {
                    end();
                }
                cells.add(cell);
            }
        }

        /** Passes on the last zone. */
        public void end() {
            ZoneKinds.of(kind, cells).forEach(each);
            cells.clear();
        }

        private static String zoneOf(Cell cell) {
            return Objects.requireNonNull(cell.key().get(Dimension.ZONE));
        }
    }

    /** The zones with trade of a known kind, by code. */
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
