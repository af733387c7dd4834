package org.zoneregistry.eventstore;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

/**
 * Tells the other nodes how far the log has come, outside the appends, because to notify in each costs every one of them:
 * the first at once, and those that follow at most every few milliseconds. What is lost is found by polling. To be used
 * on its context only.
 */
final class Announcer {

    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());

    /** Without waiting for the disk, which the next append needs: a notification is nothing that is kept. */
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('event_appended', $1)";

    private static final long PAUSE_MILLIS = 25;

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private long latest;
    private long announced;
    private boolean resting;

    Announcer(Vertx vertx, Context context, Pool pool) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
    }

    void announce(long position) {
        latest = Math.max(latest, position);
        if (!resting && latest > announced) {
            resting = true;
            announced = latest;
            pool.preparedQuery(NOTIFY)
                    .execute(Tuple.of(Long.toString(announced)))
                    .onFailure(failure -> LOG.log(System.Logger.Level.DEBUG, "nobody was notified", failure))
                    .onComplete(done -> vertx.setTimer(PAUSE_MILLIS, v -> context.runOnContext(w -> rested())));
        }
    }

    private void rested() {
        resting = false;
        announce(latest);
    }
}
