package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.trade.event.Period;

/**
 * Answers from the trade cube: a cell for each combination of values that an entry has. Exact. Entries that were
 * withdrawn in the prefix are left out, and corrected ones have their content in the prefix. If the entries' zone was
 * not known on the deciding day, type, province and region are {@code null}.
 */
public interface Cube {

    /** The largest number of sums in an answer. */
    int MOST_CELLS = 20_000;

    /**
     * The requested sums, ordered by their values ({@code null} last).
     *
     * @param most the largest number
     * @return fails with {@link TooMuch} if there are more
     */
    Uni<List<Cell>> sums(CubeQuestion question, int most);

    /** The same, at most {@link #MOST_CELLS}. */
    default Uni<List<Cell>> sums(CubeQuestion question) {
        return sums(question, MOST_CELLS);
    }

    /**
     * The same without a limit, in parts, each on request, on a worker thread.
     *
     * @param first the dimensions of the order, all of them in the breakdown; then by year and month, whole years
     *     before their months
     */
    Multi<List<Cell>> stream(CubeQuestion question, List<Dimension> first);

    /** The same with the coverage of each sum, in all and by direction. */
    Multi<List<CoveredCell>> streamCovered(CubeQuestion question, List<Dimension> first);

    /**
     * The sums, at most {@link #MOST_CELLS}, with their coverage. More expensive for questions about years, which are
     * then read month by month.
     */
    Uni<List<CoveredCell>> covered(CubeQuestion question);

    /**
     * The common part of the sums of the periods and those of the year before, and of the sums and a base period: only
     * zones with entries of the same month, or of the whole year, in both. In any order; sums without a common part are
     * left out.
     *
     * @param question broken down by years if it is about years, otherwise by months; it includes the earlier periods
     * @return fails with {@link TooMuch} if there are more than {@link #MOST_CELLS}
     */
    Uni<List<Matching>> matching(CubeQuestion question, Period base);
}
