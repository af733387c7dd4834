package org.zoneregistry.http.admission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.connection.Exchange;
import org.zoneregistry.http.connection.Untaken;
import org.zoneregistry.process.CallerContext;

/**
 * Limits how many requests this node answers at once. It refuses others with {@code overloaded} before any work is
 * done. So admitted requests are answered in good time, and memory use has a bound.
 *
 * <p>A request whose client has gone still counts while work is done for it: until {@link #toItsEnd} has ended, and
 * until the pool has served everything that waited for a connection when the client went. Otherwise a client could send
 * and disconnect without limit.
 *
 * <p>Not counted: requests whose bodies are still arriving, so that a slow sender does not take a place; streams of
 * server-sent events that have begun, which have limits of their own; finished answers that wait for their clients,
 * which {@link Untaken} limits; and health and metrics, which aren't resources.
 */
@Singleton
public final class Admission {

    private static final String PLACE = Admission.class.getName();

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Larger answers need room in {@link Untaken}. */
    private static final int SMALL_BYTES = 16_384;

    private final InFlight inFlight;
    private final Untaken untaken;
    private final Pool pool;

    Admission(InFlight inFlight, Untaken untaken, Pool pool) {
        this.inFlight = inFlight;
        this.untaken = untaken;
        this.pool = pool;
    }

    /** The resources that a request occupies. They are released once: when it is answered, or its work has ended. */
    private final class Place {
        private final boolean isRead;
        private final AtomicBoolean isTaken = new AtomicBoolean(true);
        private final AtomicInteger works = new AtomicInteger(1); // the answer is one of them
        private volatile boolean isMade;

        Place(boolean isRead) {
            this.isRead = isRead;
        }

        void begin() {
            works.incrementAndGet();
        }

        void end() {
            if (works.decrementAndGet() == 0) {
                giveBack();
            }
        }

        void giveBack() {
            if (isTaken.compareAndSet(true, false)) {
                if (isRead) {
                    inFlight.leaveRead();
                } else {
                    inFlight.leave();
                }
            }
        }
    }

    /**
     * Work that runs to its end even if the client has gone, and keeps the place of the request until then.
     *
     * @return on the caller's context
     */
    public static <T> Uni<T> toItsEnd(RoutingContext routing, Uni<T> work) {
        if (!(routing.get(PLACE) instanceof Place place)) {
            return CallerContext.toItsEnd(work);
        }
        return CallerContext.toItsEnd(Uni.createFrom().deferred(() -> {
            place.begin();
            return work.onTermination().invoke(place::end);
        }));
    }

    /** Runs after the body was read. */
    @ServerRequestFilter(priority = 150, nonBlocking = true)
    public void admit(RoutingContext routing) {
        boolean isRead = READS.contains(routing.request().method());
        if (isRead) {
            inFlight.enterRead();
        } else {
            inFlight.enter();
        }
        Place place = new Place(isRead);
        routing.put(PLACE, place);
        Exchange.of(routing).whenAnswered(() -> {
            if (place.isMade || routing.response().ended()) {
                place.giveBack();
            } else {
                whenServed(place::end);
            }
        });
    }

    /** The pool serves in order. So when this gets a connection, everything that waited before it has got one. */
    private void whenServed(Runnable served) {
        pool.getConnection().subscribe().with(connection -> closed(connection, served), unreachable -> served.run());
    }

    private static void closed(SqlConnection connection, Runnable served) {
        connection.close().subscribe().with(closed -> served.run(), failed -> served.run());
    }

    /** Decides by the answer, not by the Accept header, which any client can set. */
    @ServerResponseFilter
    public void answered(ContainerResponseContext answer, RoutingContext routing) {
        Exchange exchange = Exchange.of(routing);
        boolean isLive = MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(answer.getMediaType());
        if (routing.get(PLACE) instanceof Place place) {
            place.isMade = true;
            if (isLive || exchange.isOver()) {
                place.giveBack();
            }
        }
        if (answer.getEntity() instanceof StreamedAnswer) {
            room(isLive || untaken.tryStream(exchange));
        } else if (answer.getEntity() instanceof byte[] body && body.length > SMALL_BYTES) {
            room(untaken.tryHold(exchange, body.length));
        }
    }

    private void room(boolean isThere) {
        if (!isThere) {
            throw inFlight.overloaded();
        }
    }
}
