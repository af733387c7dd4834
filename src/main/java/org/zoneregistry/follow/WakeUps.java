package org.zoneregistry.follow;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.zoneregistry.log.EventLog;

/** Wakes whoever follows the log: at appends that this node hears of, and now and then for those that it doesn't. */
public final class WakeUps implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);

    private final AutoCloseable registration;
    private final ScheduledFuture<?> poll;

    /**
     * Begins.
     *
     * @param appended is told how far the log has come
     * @param lookUp is called each time that the interval is over
     */
    public WakeUps(
            EventLog log,
            ScheduledExecutorService scheduler,
            Duration pollInterval,
            LongConsumer appended,
            Runnable lookUp) {
        registration = log.onAppended(appended);
        long everyMillis = pollInterval.toMillis();
        poll = scheduler.scheduleWithFixedDelay(lookUp, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** Wakes nobody any more. */
    @Override
    public void close() {
        poll.cancel(false);
        try {
            registration.close();
        } catch (Exception unexpected) {
            LOG.warn("A registration with the log could not be ended.", unexpected);
        }
    }
}
