package org.zoneregistry.database;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Logs that the database can't be reached: at the beginning, once a minute, and at the end. */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    private @Nullable Long sinceNanos; // guarded by this
    private long loggedNanos; // guarded by this

    /** A connection could not be opened. */
    synchronized void goesOn(Throwable failure) {
        long now = System.nanoTime();
        if (sinceNanos == null) {
            sinceNanos = now;
            loggedNanos = now;
            LOG.warnf("The database can't be reached: %s", failure.getMessage());
        } else if (now - loggedNanos >= AGAIN_NANOS) {
            loggedNanos = now;
            LOG.warnf("The database has not been reached for %d s: %s", seconds(now, sinceNanos), failure.getMessage());
        }
    }

    /** A connection was opened. */
    synchronized void ends() {
        if (sinceNanos != null) {
            LOG.infof("The database is reached again after %d s.", seconds(System.nanoTime(), sinceNanos));
            sinceNanos = null;
        }
    }

    private static long seconds(long now, long since) {
        return Duration.ofNanos(now - since).toSeconds();
    }
}
