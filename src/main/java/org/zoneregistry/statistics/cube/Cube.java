package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.trade.event.Period;

/**
 * Answers from the trade cube: a cell for each combination of values that some entry has. Exact. Entries that were
 * withdrawn in the prefix are not in it, corrected ones as they read in it. Where the entries' zone was not known at
 * all on the day that counts, type, province and region are {@code null}.
 */
public interface Cube {

    /** How many sums an answer is made of. */
    int MOST_CELLS = 20_000;

    /**
     * The sums that are asked for, ordered by their values ({@code null} last).
     *
     * @param most how many there may be
     * @return fails with {@link TooMuch} where there are more
     */
    Uni<List<Cell>> sums(CubeQuestion question, int most);

    /** The same, at most {@link #MOST_CELLS}. */
    default Uni<List<Cell>> sums(CubeQuestion question) {
        return sums(question, MOST_CELLS);
    }

    /**
     * The same however many there are, some at a time, each time when they are asked for, on a thread that may be busy.
     *
     * @param first by which dimensions they are ordered first, all of them among those that they are taken apart by;
     *     then by year and month, years as a whole before their months
     */
    Multi<List<Cell>> stream(CubeQuestion question, List<Dimension> first);

    /** The same with what each covers, in all and of each direction. */
    Multi<List<CoveredCell>> streamCovered(CubeQuestion question, List<Dimension> first);

    /**
     * The sums, at most {@link #MOST_CELLS}, with what each covers. Costs more where the question is about years: they
     * are read month by month.
     */
    Uni<List<CoveredCell>> covered(CubeQuestion question);

    /**
     * What the sums of the periods have in common with those of the year before, and with those of a base period: of
     * the zones that have entries of the same month, or of the year as a whole, in both. In no order; what has nothing
     * in common with either is left out.
     *
     * @param question taken apart by years if it is about years, else by months; the earlier periods are in it too
     * @return fails with {@link TooMuch} where there are more than {@link #MOST_CELLS}
     */
    Uni<List<Matching>> matching(CubeQuestion question, Period base);
}
