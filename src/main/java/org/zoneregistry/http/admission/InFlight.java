package org.zoneregistry.http.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/** Counts the running requests and the memory of their bodies, and limits both. Safe for use by several threads. */
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
     * Creates an empty count.
     *
     * @param mostRequests the largest number of requests
     * @param mostBytes the largest number of bytes for their bodies
     */
    InFlight(
            @ConfigProperty(name = "registry.http.most-requests", defaultValue = "512") int mostRequests,
            @ConfigProperty(name = "registry.http.most-body-bytes", defaultValue = "67108864") long mostBytes,
            MeterRegistry meters) {
        this.mostRequests = mostRequests;
        this.mostReads = Math.max(1, mostRequests / 2);
        this.mostBytes = mostBytes;
        this.refused = Counter.builder("registry.http.refused")
                .description("requests that were refused because too many were running")
                .register(meters);
        Gauge.builder("registry.http.in.flight", this, InFlight::requests)
                .description("running requests, live feeds not counted")
                .register(meters);
        Gauge.builder("registry.http.held.bytes", this, InFlight::heldBytes)
                .description("bytes of the bodies of running requests")
                .register(meters);
    }

    /** Admits a request; call {@link #leave} at its end. Throws {@code overloaded} if there is no room. */
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
     * Admits a read; call {@link #leaveRead} at its end. Reads have at most half of the room, so that commands always
     * have some.
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

    /** Reserves bytes, which must be {@linkplain #release released}. Throws {@code overloaded} if there is no room. */
    public synchronized void hold(int more) {
        if (bytes + more > mostBytes) {
            throw overloaded();
        }
        bytes += more;
    }

    /** Releases reserved bytes. */
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
