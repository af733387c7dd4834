package org.zoneregistry.http.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/**
 * The requests that are being answered, and the bodies that are held for them: so many, and no more, whatever is asked
 * of this node. Safe for use by several threads.
 */
@Singleton
public final class InFlight {

    private final int mostRequests;
    private final int mostReads;
    private final long mostBytes;
    private final Counter refused;
    private int requests;
    private int reads;
    private long bytes;

    /**
     * None yet.
     *
     * @param mostRequests how many there may be
     * @param mostBytes how many bytes may be held for them
     */
    InFlight(
            @ConfigProperty(name = "registry.http.most-requests", defaultValue = "512") int mostRequests,
            @ConfigProperty(name = "registry.http.most-body-bytes", defaultValue = "67108864") long mostBytes,
            MeterRegistry meters) {
        this.mostRequests = mostRequests;
        this.mostReads = Math.max(1, mostRequests / 2);
        this.mostBytes = mostBytes;
        this.refused = Counter.builder("registry.http.refused")
                .description("requests that were refused because too many were being answered")
                .register(meters);
        Gauge.builder("registry.http.in.flight", this, InFlight::requests)
                .description("requests that are being answered, live feeds aside")
                .register(meters);
        Gauge.builder("registry.http.held.bytes", this, InFlight::heldBytes)
                .description("bytes of bodies that are held for them")
                .register(meters);
    }

    /** Takes a request, which has to {@link #leave}. Throws {@code overloaded} where there is no room. */
    synchronized void enter() {
        if (requests >= mostRequests) {
            throw overloaded();
        }
        requests++;
    }

    synchronized void leave() {
        requests--;
    }

    /**
     * Takes a read, which has to {@link #leaveRead}. Reads have half of the room at most, so that commands always have
     * some.
     */
    synchronized void enterRead() {
        if (reads >= mostReads) {
            throw overloaded();
        }
        enter();
        reads++;
    }

    synchronized void leaveRead() {
        reads--;
        leave();
    }

    /**
     * Holds so many bytes more, which have to be {@linkplain #release released}. Throws {@code overloaded} where there
     * is no room.
     */
    public synchronized void hold(int more) {
        if (bytes + more > mostBytes) {
            throw overloaded();
        }
        bytes += more;
    }

    /** They are no longer held. */
    public synchronized void release(long held) {
        bytes -= held;
    }

    ProblemException overloaded() {
        refused.increment();
        return Problem.of(ProblemType.OVERLOADED, "Try again in 1 s.")
                .withHeader("Retry-After", "1")
                .exception();
    }

    synchronized int requests() {
        return requests;
    }

    synchronized long heldBytes() {
        return bytes;
    }
}
