package org.zoneregistry.platform.http.admission;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Refuses with {@code overloaded} what is more than this node answers at once, before anything is done for it. So what is
 * taken is answered in good time, and memory has a bound.
 *
 * <p>Not counted: requests whose bodies are still coming, so that whoever sends slowly takes nobody's place; streams of
 * server-sent events once they have begun, which have limits of their own; and health and metrics, which aren't resources.
 */
@Singleton
public final class Admission {

    private static final String PLACE = Admission.class.getName();

    private final InFlight inFlight;

    Admission(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    /** What a request takes up until it is answered, and gives back once. */
    private final class Place {
        private final AtomicBoolean isTaken = new AtomicBoolean(true);

        void giveBack() {
            if (isTaken.compareAndSet(true, false)) {
                inFlight.leave();
            }
        }
    }

    /** After the body was read. */
    @ServerRequestFilter(priority = 150, nonBlocking = true)
    public void admit(RoutingContext routing) {
        inFlight.enter();
        Place place = new Place();
        routing.put(PLACE, place);
        routing.addEndHandler(ended -> place.giveBack()); // also where the client has gone
    }

    /** Told by the answer, not by what the client accepts: that is for anybody to say. */
    @ServerResponseFilter
    public void answered(ContainerResponseContext answer, RoutingContext routing) {
        if (MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(answer.getMediaType())
                && routing.get(PLACE) instanceof Place place) {
            place.giveBack();
        }
    }
}
