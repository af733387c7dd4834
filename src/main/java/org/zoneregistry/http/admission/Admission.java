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
 * Refuses with {@code overloaded} what is more than this node answers at once, before anything is done for it. So what
 * is taken is answered in good time, and memory has a bound.
 *
 * <p>A request whose client has gone is counted as long as anything is done for it: else whoever asks and goes has no
 * limit.
 *
 * <p>Not counted: requests whose bodies are still coming, so that whoever sends slowly takes nobody's place; streams of
 * server-sent events once they have begun, which have limits of their own; answers that have been made and wait for
 * their clients, of which {@link Untaken} keeps so many; and health and metrics, which aren't resources.
 */
@Singleton
public final class Admission {

    private static final String PLACE = Admission.class.getName();

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Larger ones have to find room. */
    private static final int SMALL = 16_384;

    /** Imports alone take longer, and have places of their own: what takes longer has its place free again. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(30);

    private final InFlight inFlight;
    private final Untaken untaken;

    Admission(InFlight inFlight, Untaken untaken) {
        this.inFlight = inFlight;
        this.untaken = untaken;
    }

    /** What a request takes up until it is answered, and gives back once. */
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

    /** After the body was read. */
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
                // the client has gone, and its work goes on
                routing.vertx().setTimer(LONGEST_WORK.toMillis(), late -> place.giveBack());
            }
        });
    }

    /** Told by the answer, not by what the client accepts: that is for anybody to say. */
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
        } else if (answer.getEntity() instanceof byte[] body && body.length > SMALL) {
            room(untaken.tryHold(exchange, body.length));
        }
    }

    private void room(boolean isThere) {
        if (!isThere) {
            throw inFlight.overloaded();
        }
    }
}
