package org.zoneregistry.log;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Tells the other nodes the head of the log. It notifies outside the appends, because a notification in each append
 * would slow all of them down. The first notification is sent at once, the next ones at most every few milliseconds.
 * Nodes find a lost notification by polling. To be used on its context only.
 */
final class Announcer {

    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());

    /** Does not wait for the disk, which the next append needs: a notification need not survive a crash. */
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('event_appended', $1)";

    private static final long PAUSE_MILLIS = 25;

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private LogHead latest = LogHead.EMPTY;
    private long announced;
    private boolean resting;

    Announcer(Vertx vertx, Context context, Pool pool) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
    }

    void announce(LogHead head) {
        latest = head.position() > latest.position() ? head : latest;
        if (!resting && latest.position() > announced) {
            resting = true;
            announced = latest.position();
            pool.preparedQuery(NOTIFY)
                    .execute(Tuple.of(payload(latest)))
                    .onFailure(failure -> LOG.log(System.Logger.Level.DEBUG, "the notification failed", failure))
                    .onComplete(done -> vertx.setTimer(PAUSE_MILLIS, v -> context.runOnContext(w -> rested())));
        }
    }

    private static String payload(LogHead head) {
        return head.position() + ":" + head.id();
    }

    /** Reads the payload that {@link #announce} sends. */
    static void read(String payload, BiConsumer<Long, UUID> head) {
        int colon = payload.indexOf(':');
        head.accept(Long.parseLong(payload.substring(0, colon)), UUID.fromString(payload.substring(colon + 1)));
    }

    private void rested() {
        resting = false;
        announce(latest);
    }
}
