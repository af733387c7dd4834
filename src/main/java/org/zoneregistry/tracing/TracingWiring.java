package org.zoneregistry.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.tracing.opentelemetry.OpenTelemetryTracingFactory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** OpenTelemetry, if a receiver is configured: Vert.x traces requests and their statements, {@link Traces} the rest. */
@Singleton
final class TracingWiring {

    /** Of OTLP over HTTP. */
    private static final String PATH = "/v1/traces";

    @Produces
    @Singleton
    OpenTelemetry openTelemetry(
            @ConfigProperty(name = "registry.traces.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "registry.traces.authorization") Optional<String> authorization,
            @ConfigProperty(name = "registry.traces.ratio", defaultValue = "1") double ratio,
            @ConfigProperty(name = "registry.traces.delay", defaultValue = "5s") Duration delay,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        if (endpoint.isEmpty()) {
            return OpenTelemetry.noop();
        }
        var receiver = checked(
                "registry.traces.endpoint",
                endpoint.get(),
                () -> OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.get().strip().replaceFirst("/$", "") + PATH));
        authorization.ifPresent(value -> receiver.addHeader("Authorization", value));
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(new SpanIds())
                        .setSampler(checked("registry.traces.ratio", ratio, () -> RequestSampler.of(ratio)))
                        .setResource(Resource.getDefault()
                                .merge(Resource.create(Attributes.of(
                                        AttributeKey.stringKey("service.name"),
                                        "zone-registry",
                                        AttributeKey.stringKey("service.version"),
                                        version))))
                        .addSpanProcessor(BatchSpanProcessor.builder(receiver.build())
                                .setScheduleDelay(delay)
                                .build())
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }

    private static <T> T checked(String setting, Object value, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(setting + " is " + value + ": " + refused.getMessage(), refused);
        }
    }

    /** Sends what has not been sent. */
    void close(@Disposes OpenTelemetry openTelemetry) {
        if (openTelemetry instanceof OpenTelemetrySdk sdk) {
            sdk.close();
        }
    }

    @Produces
    @Singleton
    @SuppressWarnings("deprecation") // its replacement needs Vert.x's builder, which Quarkus keeps for itself
    VertxOptionsCustomizer vertx(OpenTelemetry openTelemetry) {
        return options -> {
            if (openTelemetry instanceof OpenTelemetrySdk) {
                var factory = new OpenTelemetryTracingFactory(openTelemetry);
                options.setTracingOptions(
                        new TracingOptions().setFactory(asked -> new RequestTracer<>(factory.tracer(asked))));
            }
        };
    }
}
