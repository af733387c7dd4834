package org.zoneregistry.statistics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.BusinessForm;

/**
 * Trade by kind.
 *
 * @param amounts of each kind, in the order of the cells
 * @param withoutKind the trade of entries without a kind; it is in no kind, and is ignored in measures of kinds
 */
public record Kinds(Map<String, Amount> amounts, Amount withoutKind) {

    /** The dimensions that can be used as kinds. */
    public static final Set<Dimension> OF_BUSINESS = EnumSet.of(Dimension.BUSINESS_FORM, Dimension.HS_CHAPTER);

    /** An explanation for definitions. */
    public static final String DEFINITION =
            "Trade of entries without a kind (absent, or the form unspecified) is ignored in the measures.";

    /** No trade. */
    public static final Kinds NONE = of(Dimension.BUSINESS_FORM, List.of());

    public Kinds {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /** The trade in cells, by one of their dimensions. */
    public static Kinds of(Dimension dimension, List<Cell> cells) {
        var amounts = new LinkedHashMap<String, Amount>();
        Amount withoutKind = Amount.ZERO;
        for (Cell cell : cells) {
            String kind = cell.key().get(dimension);
            if (isKnown(dimension, kind)) {
                amounts.merge(String.valueOf(kind), cell.total(), Amount::plus);
            } else {
                withoutKind = withoutKind.plus(cell.total());
            }
        }
        return new Kinds(amounts, withoutKind);
    }

    private static boolean isKnown(Dimension dimension, @Nullable String kind) {
        boolean unspecified = dimension == Dimension.BUSINESS_FORM
                && BusinessForm.UNSPECIFIED.wireName().equals(kind);
        return kind != null && !unspecified;
    }

    /** The sum of all kinds. */
    public Amount total() {
        return Amount.sum(amounts.values());
    }

    /** The largest kind, the first by name if several are equal; empty if there is none. */
    public Optional<String> largest() {
        return amounts.entrySet().stream()
                .max(Map.Entry.<String, Amount>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Amount>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }
}
