package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Answers from the trade cube. */
public interface Cube {

    /**
     * The sums that are asked for: one cell for each combination of values that some entry has, ordered by them
     * ({@code null} last). Exact. Entries that were withdrawn in the prefix are not in it, corrected ones as they
     * read in it. Where the entries' zone was not known at all on the day that counts, type, province and region are
     * {@code null}.
     */
    Uni<List<Cell>> sums(CubeQuestion question);
}
