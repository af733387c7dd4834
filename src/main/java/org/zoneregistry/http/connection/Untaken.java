package org.zoneregistry.http.connection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The memory of answers that clients have not yet taken: limits for the bytes and for the number of streamed answers.
 * If there is no room, the client that has taken nothing for the longest time is cut off. So clients that don't read
 * give way to clients that do. Safe for use by several threads.
 */
@Singleton
public final class Untaken {

    /** A client that takes nothing for this time may have to give way. */
    private static final long LONG_NANOS = Duration.ofSeconds(5).toNanos();

    private final long mostBytes;
    private final int mostStreams;
    private final Map<Exchange, Long> held = new HashMap<>(); // guarded by this
    private final Set<Exchange> streams = new HashSet<>(); // guarded by this
    private long bytes; // guarded by this

    /**
     * Creates an empty account.
     *
     * @param mostBytes the largest number of held bytes
     * @param mostStreams the largest number of answers that are streamed at once, live feeds not counted
     */
    Untaken(
            @ConfigProperty(name = "registry.http.most-answer-bytes") long mostBytes,
            @ConfigProperty(name = "registry.http.most-streams") int mostStreams,
            MeterRegistry meters) {
        this.mostBytes = mostBytes;
        this.mostStreams = mostStreams;
        Gauge.builder("registry.http.untaken.bytes", this, Untaken::bytes)
                .description("bytes of answers that wait for their clients")
                .register(meters);
        Gauge.builder("registry.http.streams", this, Untaken::streams)
                .description("answers that are being streamed, live feeds not counted")
                .register(meters);
    }

    /**
     * Holds more bytes of an answer, until they are {@linkplain #taken taken} or the answer is over. False if there is
     * no room.
     */
    public boolean tryHold(Exchange exchange, long more) {
        return tryHold(exchange, more, mostBytes);
    }

    /** Holds bytes that are in memory already. Other answers give way, or the exchange is cut. */
    public void hold(Exchange exchange, long more) {
        if (!tryHold(exchange, more, 2 * mostBytes)) {
            exchange.cut();
        }
    }

    private boolean tryHold(Exchange exchange, long more, long most) {
        List<Exchange> givingWay = new ArrayList<>();
        boolean isNew;
        boolean isRoom;
        synchronized (this) {
            while (bytes + more > mostBytes && givesWay(held.keySet(), exchange, givingWay)) {
                // repeats until there is room, or until no client has to give way
            }
            isNew = !held.containsKey(exchange);
            isRoom = bytes + more <= most;
            if (isRoom) {
                bytes += more;
                held.merge(exchange, more, Long::sum);
            }
        }
        givingWay.forEach(Exchange::cut);
        if (isRoom && isNew) {
            exchange.whenOver(() -> forget(exchange));
        }
        return isRoom;
    }

    /** The client has taken bytes. */
    public synchronized void taken(Exchange exchange, long less) {
        if (held.computeIfPresent(exchange, (of, now) -> now - less) != null) {
            bytes -= less;
        }
    }

    /** Whether anything is held or streamed for an answer. */
    public synchronized boolean isKept(Exchange exchange) {
        return held.containsKey(exchange) || streams.contains(exchange);
    }

    /** Streams an answer until it is over. False if there is no room for another. */
    public boolean tryStream(Exchange exchange) {
        List<Exchange> givingWay = new ArrayList<>();
        synchronized (this) {
            if (streams.size() >= mostStreams && !givesWay(streams, exchange, givingWay)) {
                return false;
            }
            streams.add(exchange);
        }
        givingWay.forEach(Exchange::cut);
        exchange.whenOver(() -> forget(exchange));
        return true;
    }

    /** The whole answer was handed to the network. An HTTP/2 stream keeps it there until the client has room. */
    void answered(Exchange exchange, long written) {
        if (exchange.streamId() >= 0 && !exchange.isOver() && !isKept(exchange)) {
            hold(exchange, written);
        }
    }

    /**
     * Finds one exchange that has to give way, and releases its bytes. False if all clients are fast enough. Call it
     * with the lock, and cut the found exchanges without the lock, because cutting calls handlers.
     */
    private boolean givesWay(Set<Exchange> some, Exchange but, List<Exchange> givingWay) {
        long since = System.nanoTime() - LONG_NANOS;
        Optional<Exchange> slowest = some.stream()
                .filter(exchange -> !exchange.equals(but) && exchange.waitsSince() < since)
                .min(Comparator.comparingLong(Exchange::waitsSince));
        slowest.ifPresent(exchange -> {
            forget(exchange);
            givingWay.add(exchange);
        });
        return slowest.isPresent();
    }

    private synchronized void forget(Exchange exchange) {
        Long ofIt = held.remove(exchange);
        bytes -= ofIt == null ? 0 : ofIt;
        streams.remove(exchange);
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized int streams() {
        return streams.size();
    }
}
