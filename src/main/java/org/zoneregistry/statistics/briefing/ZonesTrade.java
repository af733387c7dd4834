package org.zoneregistry.statistics.briefing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.PublishedFigures.PublishedFigure;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.trade.event.PublishedAggregate;

/**
 * The trade of zones in a year: from the entries if they cover it, otherwise as published. Entries cover it if their
 * sum is at least {@link #COMPLETE} of the published figure. If no figure was published, they cover it if every live
 * zone has entries.
 *
 * @param key the key of the trade
 * @param recorded the sum of the entries
 * @param entries how many entries there are
 * @param everyZone whether every zone concerned has entries
 * @param figure the published figure
 */
record ZonesTrade(
        PublishedAggregate.Key key,
        Amount recorded,
        long entries,
        boolean everyZone,
        @Nullable PublishedFigure figure) {

    /** Published totals are rounded to about three digits. */
    static final BigDecimal COMPLETE = new BigDecimal("0.99");

    static ZonesTrade of(
            PublishedAggregate.Key key, List<Cell> cells, boolean everyZone, @Nullable PublishedFigure figure) {
        return new ZonesTrade(
                key,
                Amount.sum(cells.stream().map(Cell::total).toList()),
                cells.stream().mapToLong(Cell::entries).sum(),
                everyZone,
                figure);
    }

    /** A published figure that has no entries, such as the foreign trade of a territory. */
    static ZonesTrade published(PublishedAggregate.Key key, @Nullable PublishedFigure figure) {
        return new ZonesTrade(key, Amount.ZERO, 0, false, figure);
    }

    boolean fromEntries() {
        BigDecimal covered = coverage() == null ? null : coverage().value();
        return covered == null ? everyZone && entries > 0 : covered.compareTo(COMPLETE) >= 0;
    }

    /** The entries over the published figure; {@code null} if there is none. */
    @Nullable
    Figure coverage() {
        return figure == null
                ? null
                : Share.of(recorded, Amount.of(figure.aggregate().total()));
    }

    /** The trade of the zones; {@code null} if unknown. */
    @Nullable
    Amount amount() {
        if (fromEntries()) {
            return recorded;
        }
        return figure == null ? null : Amount.of(figure.aggregate().total());
    }

    BigInteger fen() {
        Amount amount = amount();
        return amount == null ? BigInteger.ZERO : amount.fen();
    }

    /** The reason why the trade is unknown. */
    String missing() {
        return "no " + key + " was published"
                + (entries == 0 ? ", and no entry was recorded" : ", and the " + entries + " entries do not cover it");
    }

    Stream<String> source() {
        return figure == null
                ? Stream.empty()
                : Stream.of(key + " = " + figure.aggregate().total() + " (position " + figure.position() + "): "
                        + figure.aggregate().source());
    }
}
