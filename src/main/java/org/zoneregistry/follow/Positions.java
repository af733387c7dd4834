package org.zoneregistry.follow;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * The positions of the read models, as this node knows them. The last rows of read models can be lost when a database
 * crashes or another one takes over, because commits of read models don't wait for the disk. So each new connection is
 * asked for the positions ({@link #found}). If they are lower than the known ones, the lower ones count from then on,
 * and a new <em>era</em> begins.
 *
 * <p>Guaranteed: a read at a known position found rows that exist, if the era was the same before and after the read.
 * Readers compare the era.
 */
@Singleton
public final class Positions {

    /**
     * The positions that were known at a time.
     *
     * @param era in which they were known
     * @param byName positions by the names of projections; positions 0 are left out
     */
    public record Known(long era, Map<String, Long> byName) {}

    private final Map<String, Long> positions = new HashMap<>(); // guarded by this
    private final Map<String, Integer> generations = new HashMap<>(); // guarded by this
    private volatile long era;
    private volatile long replacements;

    /** A number that grows when rows may have been lost after they were read. */
    public long era() {
        return era;
    }

    /** How often this node has seen that a rebuild replaced tables. */
    public long replacements() {
        return replacements;
    }

    /**
     * Notes which generation of a projection's tables is served.
     *
     * @param generation 0 if it isn't known
     */
    public synchronized void served(String projection, int generation) {
        Integer before = generation == 0 ? null : generations.put(projection, generation);
        if (before != null && before != generation) {
            replacements++;
        }
    }

    /** The position of a projection; 0 if none is known. */
    public synchronized long of(String projection) {
        return positions.getOrDefault(projection, 0L);
    }

    /** Notes that a projection has reached a position, as read in an era. Ignored if that era is over. */
    public synchronized boolean reached(String projection, long position, long readIn) {
        if (readIn != era) {
            return false;
        }
        positions.merge(projection, position, Math::max);
        return true;
    }

    /** The positions that are known now. Call it before the database is asked. */
    public synchronized Known known() {
        return new Known(era, Map.copyOf(positions));
    }

    /** Compares the answer of a database with the positions that were known before it was asked. */
    public synchronized void found(Known before, Map<String, Long> found) {
        boolean hasLost = before.byName().entrySet().stream()
                .anyMatch(known -> found.getOrDefault(known.getKey(), 0L) < known.getValue());
        if (hasLost && before.era() == era) {
            positions.clear();
            positions.putAll(found);
            beginEra();
        }
    }

    /** Begins a new era: rows that were read in the era before may be lost. */
    public synchronized void beginEra() {
        era++;
    }
}
