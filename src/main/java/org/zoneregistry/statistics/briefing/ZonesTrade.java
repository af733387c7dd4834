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
 * What zones traded in a year: from the entries where they cover it, else as it was published. Entries cover it if they
 * make up at least {@link #COMPLETE} of what was published, or, where nothing was, if every live zone has some.
 *
 * @param key what it is the trade of
 * @param recorded what the entries add up to
 * @param entries how many they are
 * @param everyZone whether every zone concerned has entries
 * @param figure what was published of it
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

    /** A figure that was published and of which there are no entries, such as the foreign trade of a territory. */
    static ZonesTrade published(PublishedAggregate.Key key, @Nullable PublishedFigure figure) {
        return new ZonesTrade(key, Amount.ZERO, 0, false, figure);
    }

    boolean fromEntries() {
        BigDecimal covered = coverage() == null ? null : coverage().value();
        return covered == null ? everyZone && entries > 0 : covered.compareTo(COMPLETE) >= 0;
    }

    /** The entries over what was published; {@code null} if nothing was. */
    @Nullable
    Figure coverage() {
        return figure == null
                ? null
                : Share.of(recorded, Amount.of(figure.aggregate().total()));
    }

    /** What the zones traded; {@code null} if it is not known. */
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

    /** Why it is not known. */
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
