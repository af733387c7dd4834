package org.zoneregistry.asof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was computed from. It tells whether an answer that is kept in memory is still the answer.
 *
 * @param era of the log: see {@link Prefixes#era}
 * @param tables of the read models: see {@link Prefixes#tables}
 * @param latest null if the answer does not depend on which state is the latest, or if it can change before that does
 */
record Basis(long era, long tables, @Nullable Latest latest) {

    /**
     * The latest state when the question was asked.
     *
     * @param projection from whose tables the answer is read
     * @param position of the projection
     * @param today the date in the registry's time zone
     */
    record Latest(ProjectionPosition projection, long position, LocalDate today) {}

    static Basis of(Prefixes log) {
        return new Basis(log.era(), log.tables(), null);
    }

    Basis with(Latest state) {
        return new Basis(era, tables, state);
    }

    /** Whether the same question would have the same answer now. */
    boolean isStill(Prefixes log, CivilTime civilTime) {
        return era == log.era()
                && tables == log.tables()
                && (latest == null
                        || (latest.position() == latest.projection().position()
                                && latest.today().equals(civilTime.today())));
    }
}
