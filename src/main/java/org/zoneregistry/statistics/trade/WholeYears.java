package org.zoneregistry.statistics.trade;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;

/** Trade that was recorded for whole years, for sums of months that do not contain it. */
final class WholeYears {

    private final Set<Dimension> groupBy;
    private final Map<Map<Dimension, @Nullable String>, Amount> sums = new HashMap<>();

    /** For a question, from the answer to {@link #question}. */
    WholeYears(CubeQuestion question, List<Cell> cells) {
        this.groupBy = question.groupBy();
        cells.forEach(cell -> sums.merge(withoutMonth(cell.key()), cell.total(), Amount::plus));
    }

    /** Whether a question is about months. */
    static boolean applyTo(CubeQuestion question) {
        return question.from().isMonth() || question.groupBy().contains(Dimension.MONTH);
    }

    /** The question to the cube for the whole years of the months. */
    static CubeQuestion question(CubeQuestion question) {
        Set<Dimension> groupBy = EnumSet.noneOf(Dimension.class);
        groupBy.addAll(question.groupBy());
        if (groupBy.remove(Dimension.MONTH)) {
            groupBy.add(Dimension.YEAR);
        }
        return question.ofWholeYears(groupBy);
    }

    Amount total() {
        return Amount.sum(sums.values());
    }

    /** The trade of the whole years for a sum of months; {@code null} if there is none. */
    @Nullable
    Amount beside(Cell cell) {
        Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
        key.putAll(cell.key());
        if (groupBy.contains(Dimension.MONTH)) {
            String month = cell.key().get(Dimension.MONTH);
            if (month == null) {
                return null;
            }
            key.put(Dimension.YEAR, month.substring(0, 4));
        }
        return sums.get(withoutMonth(key));
    }

    private static Map<Dimension, @Nullable String> withoutMonth(Map<Dimension, @Nullable String> key) {
        Map<Dimension, @Nullable String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(key);
        copy.remove(Dimension.MONTH);
        return copy;
    }
}
