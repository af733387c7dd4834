package org.zoneregistry.http.admission;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.connection.Exchange;
import org.zoneregistry.http.connection.Untaken;

/**
 * Limits how many requests this node answers at once. It refuses others with {@code overloaded} before any work is
 * done. So admitted requests are answered in good time, and memory use has a bound.
 *
 * <p>A request whose client has gone still counts while work is done for it. Otherwise a client could send and
 * disconnect without limit.
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

    /**
     * The longest work for a request, except imports, which have separate limits. After this time, the place of a
     * request whose client has gone is released.
     */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(30);

    private final InFlight inFlight;
    private final Untaken untaken;

    Admission(InFlight inFlight, Untaken untaken) {
        this.inFlight = inFlight;
        this.untaken = untaken;
    }

    /** The resources that a request occupies until it is answered. They are released once. */
    private final class Place {
        private final AtomicBoolean isTaken = new AtomicBoolean(true);
        private final boolean isRead;
        private volatile boolean isMade;

        Place(boolean isRead) {
            this.isRead = isRead;
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
                // the client has gone, but the work continues
                routing.vertx().setTimer(LONGEST_WORK.toMillis(), late -> place.giveBack());
            }
        });
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
