package org.zoneregistry.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What Quarkus takes from this application for OpenTelemetry's SDK. */
@Singleton
final class TracingWiring {

    @Produces
    @Singleton
    Sampler sampler(@ConfigProperty(name = "registry.traces.ratio", defaultValue = "1") double ratio) {
        return RequestSampler.of(ratio);
    }

    @Produces
    @Singleton
    IdGenerator ids() {
        return new SpanIds();
    }
}
