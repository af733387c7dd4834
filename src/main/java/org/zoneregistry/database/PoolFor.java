package org.zoneregistry.database;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The pool of connections for a purpose. Without it the pool is the one that serves requests. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface PoolFor {

    /** The purpose. */
    Purpose value();

    /** What connections are for: so that none of these has to wait for another, and each waits no longer than fits. */
    enum Purpose {
        /** To append, and to follow the log: read models, the tree, the topic. Silent for at most 20 s. */
        THE_LOG(10, 20, 20),
        /**
         * Jobs, whose statements can take long: silent for at most 30 min. A new job uses no connection that has rested
         * for 5 s.
         */
        JOBS(6, 1_800, 5),
        /** Health checks. Silent for at most 5 s. */
        HEALTH(2, 5, 5);

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
