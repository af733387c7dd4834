package org.zoneregistry.platform.http.admission;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses with {@code overloaded} what is more than this node answers at once, before anything is done for it. So what is
 * taken is answered in good time, and memory has a bound.
 *
 * <p>Not counted: live feeds, which have a limit of their own; requests whose bodies are still coming, so that whoever sends
 * slowly takes nobody's place; and health and metrics, which aren't resources.
 */
@Singleton
public final class Admission {

    private final InFlight inFlight;

    Admission(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    /** After the body was read. */
    @ServerRequestFilter(priority = 150, nonBlocking = true)
    public void admit(RoutingContext routing) {
        if (!isFeed(routing.request())) {
            inFlight.enter();
            routing.addEndHandler(ended -> inFlight.leave()); // also where the client has gone
        }
    }

    private static boolean isFeed(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS);
    }
}
