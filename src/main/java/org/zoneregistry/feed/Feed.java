package org.zoneregistry.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.log.EventLog;

/**
 * The live feed of this node. Every subscriber gets every wanted event once, in order, at its own pace. Subscribers at
 * the head of the log share the reading and writing ({@link SharedTail}). Subscribers behind it read separately
 * ({@link CatchUp}).
 */
@Singleton
public class Feed {

    private final Vertx vertx;
    private final EventLog log;
    private final Frames frames;
    private final FeedSettings settings;
    private final CatchUp catchUp;

    private final Set<Subscriber> subscribers = new HashSet<>(); // guarded by this
    private @Nullable SharedTail tail; // guarded by this; set while there are subscribers
    private boolean stopping; // guarded by this

    @Inject
    Feed(
            Vertx vertx,
            EventLog log,
            Frames frames,
            MeterRegistry meters,
            @ConfigProperty(name = "registry.feed.most-subscribers", defaultValue = "1000") int most,
            @ConfigProperty(name = "registry.feed.heart-beat", defaultValue = "10s") Duration heartBeat) {
        this(vertx, log, frames, FeedSettings.DEFAULT.with(most, heartBeat));
        meters.gauge("registry.feed.subscribers", this, Feed::subscribers);
        meters.gauge("registry.feed.events.in.tail", this, Feed::inTail);
        meters.gauge("registry.feed.events.on.their.way", this, Feed::onTheirWay);
        meters.more().counter("registry.feed.reads.behind", Set.of(), this, Feed::readsBehind);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            // Quarkus waits for requests to end before it reports the stop. Feeds would never end.
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "feed-end"));
        }
    }

    Feed(Vertx vertx, EventLog log, Frames frames, FeedSettings settings) {
        this.vertx = vertx;
        this.log = log;
        this.frames = frames;
        this.settings = settings;
        this.catchUp = new CatchUp(log, settings);
    }

    /**
     * The feed, as chunks of server-sent events. It begins when it is subscribed to, on a Vert.x context, and ends when
     * the application stops. Fails with {@code overloaded} if the node has no place for another subscriber, or stops.
     *
     * @param after the last position that the client has
     * @param head a position that the log has reached, not before {@code after}
     */
    Multi<byte[]> follow(long after, long head, FeedFilter filter) {
        return Multi.createFrom().deferred(() -> {
            var subscriber = subscribe(after, head, filter);
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom().item(Frames.opening(settings.retry())),
                            Multi.createBy().repeating().uni(subscriber::next).until(chunk -> chunk == Subscriber.END))
                    .onTermination()
                    .invoke(() -> unsubscribe(subscriber));
        });
    }

    /** Not called if the bean was never created. */
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
        end();
    }

    private synchronized void end() {
        stopping = true;
        subscribers.forEach(Subscriber::end);
    }

    /** How many subscribers there are. */
    synchronized int subscribers() {
        return subscribers.size();
    }

    /** How many events the tail has. */
    synchronized int inTail() {
        return tail == null ? 0 : tail.size();
    }

    /** How many events are being written to subscribers. */
    synchronized int onTheirWay() {
        return subscribers.stream().mapToInt(Subscriber::onTheirWay).sum();
    }

    /** How often the log was read for a single subscriber. */
    long readsBehind() {
        return catchUp.reads();
    }

    private synchronized Subscriber subscribe(long after, long head, FeedFilter filter) {
        if (stopping || subscribers.size() >= settings.subscribers()) {
            throw Problem.of(
                            ProblemType.OVERLOADED,
                            "This node has the largest number of subscribers already. Try again in 5 s.")
                    .withHeader("Retry-After", "5")
                    .exception();
        }
        if (tail == null) {
            tail = new SharedTail(vertx, log, frames::of, settings, head);
            tail.open();
        }
        var subscriber = new Subscriber(vertx.getOrCreateContext(), tail, catchUp, frames::of, filter, settings, after);
        subscribers.add(subscriber);
        return subscriber;
    }

    private synchronized void unsubscribe(Subscriber subscriber) {
        subscriber.close();
        subscribers.remove(subscriber);
        if (subscribers.isEmpty() && tail != null) {
            tail.close();
            tail = null;
        }
    }
}
