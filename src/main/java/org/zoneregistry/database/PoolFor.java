package org.zoneregistry.database;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The pool of connections for a purpose. Without this qualifier, the pool is the one that serves requests. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface PoolFor {

    /** The purpose. */
    Purpose value();

    /**
     * What connections are used for. An idle connection leaves its pool well before the idle timeout, so that none is
     * closed at the moment in which it is handed out. Separate pools mean that no purpose waits for another, and that
     * each has a timeout that fits.
     */
    enum Purpose {
        /** Appends, and readers that follow the log: read models, the tree, the topic. Idle timeout: 20 s. */
        THE_LOG(10, 20, 10),
        /**
         * Jobs, whose statements can take long. Idle timeout: 30 min. A new job does not use a connection that has been
         * idle for 5 s.
         */
        JOBS(6, 1_800, 5),
        /** Health checks. Idle timeout: 5 s. */
        HEALTH(2, 5, 2);

        final int connections;
        final int silenceSeconds;
        final int restSeconds;

        Purpose(int connections, int silenceSeconds, int restSeconds) {
            this.connections = connections;
            this.silenceSeconds = silenceSeconds;
            this.restSeconds = restSeconds;
        }
    }
}
