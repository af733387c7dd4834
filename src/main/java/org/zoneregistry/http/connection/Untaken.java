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
 * What is held in memory of answers until their clients take it: so many bytes and so many streamed answers, and no
 * more. Where there is no room for another, the client is cut off that has taken nothing for the longest time, so that
 * those who don't read give way to those who do. Safe for use by several threads.
 */
@Singleton
public final class Untaken {

    /** Whoever takes nothing for so long may have to give way. */
    private static final long LONG_NANOS = Duration.ofSeconds(5).toNanos();

    private final long mostBytes;
    private final int mostStreams;
    private final Map<Exchange, Long> held = new HashMap<>(); // guarded by this
    private final Set<Exchange> streams = new HashSet<>(); // guarded by this
    private long bytes; // guarded by this

    /**
     * Nothing yet.
     *
     * @param mostBytes how many bytes may be held
     * @param mostStreams how many answers may be streamed at once, live ones aside
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
                .description("answers that are being streamed, live ones aside")
                .register(meters);
    }

    /**
     * Holds so many bytes more of an answer, until they are {@linkplain #taken taken} or it is over; false where there
     * is no room.
     */
    public boolean tryHold(Exchange exchange, long more) {
        return tryHold(exchange, more, mostBytes);
    }

    /** The same for what is in memory already, and has to be held: others give way to it, or the exchange is cut. */
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
                // until there is room, or nobody has to give way
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

    /** So many of them were taken. */
    public synchronized void taken(Exchange exchange, long less) {
        if (held.computeIfPresent(exchange, (of, now) -> now - less) != null) {
            bytes -= less;
        }
    }

    /** Whether anything is held or streamed for an answer. */
    public synchronized boolean isKept(Exchange exchange) {
        return held.containsKey(exchange) || streams.contains(exchange);
    }

    /** Streams an answer until it is over; false where there is no room for another. */
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

    /** All of an answer was handed to the network; a stream of HTTP/2 keeps it there until the client has room. */
    void answered(Exchange exchange, long written) {
        if (exchange.streamId() >= 0 && !exchange.isOver() && !isKept(exchange)) {
            hold(exchange, written);
        }
    }

    /**
     * Finds one of them that has to give way, for which nothing is held from then on; false where all are quick enough.
     * To be called with the lock, and those that give way to be cut without it: others are told of that.
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
