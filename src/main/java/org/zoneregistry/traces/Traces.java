package org.zoneregistry.traces;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.process.SystemClock;

/** Takes the spans of this node. Without a collector they are off: then ask for nothing else. */
@Singleton
public final class Traces {

    /** Takes nothing. */
    public static final Traces OFF = new Traces(null, SystemClock.utc());

    private final @Nullable Collector collector;
    private final InstantSource clock;

    @Inject
    Traces(
            Vertx vertx,
            InstantSource clock,
            @ConfigProperty(name = "registry.traces.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this(
                endpoint.map(address -> new Collector(
                                vertx,
                                URI.create(address),
                                Map.of("service.name", "zone-registry", "service.version", version)))
                        .orElse(null),
                clock);
    }

    private Traces(@Nullable Collector collector, InstantSource clock) {
        this.collector = collector;
        this.clock = clock;
    }

    /** Whether spans are taken. */
    public boolean areOn() {
        return collector != null;
    }

    /** The time of a span's begin or end. */
    public Instant now() {
        return clock.instant();
    }

    /** Takes a span. Never waits, and never fails. */
    public void ended(Span span) {
        if (collector != null) {
            collector.add(span);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (collector != null) {
            collector.send();
        }
    }
}
