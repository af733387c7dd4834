package org.zoneregistry.follow;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * How far the read models have come, as this node knows. A database that crashed, or that another one took over from,
 * can have lost the last rows of read models, which are not waited for to be on disk. So each new connection is asked
 * how far they are ({@link #found}); where that is less than what was known, it is what is known from then on, and a
 * new <em>era</em> begins.
 *
 * <p>Guaranteed: what was read of a position that was known, in the era in which the reading ended, was read from rows
 * that were there. Who reads looks at the era before and after.
 */
@Singleton
public final class Positions {

    /**
     * What was known at a time.
     *
     * @param era in which it was known
     * @param byName positions by the names of projections; those that are at 0 are left out
     */
    public record Known(long era, Map<String, Long> byName) {}

    private final Map<String, Long> positions = new HashMap<>(); // guarded by this
    private volatile long era;

    /** Grows when rows were lost that may have been read. */
    public long era() {
        return era;
    }

    /** The position of a projection; 0 where none is known. */
    public synchronized long of(String projection) {
        return positions.getOrDefault(projection, 0L);
    }

    /** Notes that a projection has come to a position, as was read in an era; does nothing in a later one. */
    public synchronized boolean reached(String projection, long position, long readIn) {
        if (readIn != era) {
            return false;
        }
        positions.merge(projection, position, Math::max);
        return true;
    }

    /** What is known now. To be asked before a database is. */
    public synchronized Known known() {
        return new Known(era, Map.copyOf(positions));
    }

    /** Compares what was known before a database was asked with its answer. */
    public synchronized void found(Known before, Map<String, Long> found) {
        boolean hasLost = before.byName().entrySet().stream()
                .anyMatch(known -> found.getOrDefault(known.getKey(), 0L) < known.getValue());
        if (hasLost && before.era() == era) {
            positions.clear();
            positions.putAll(found);
            beginEra();
        }
    }

    /** Begins an era: what was read in the one before may have been of rows that are lost. */
    public synchronized void beginEra() {
        era++;
    }
}
