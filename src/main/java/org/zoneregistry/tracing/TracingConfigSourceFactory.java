package org.zoneregistry.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns tracing on at the start if {@code registry.traces.endpoint} names a receiver. Otherwise no request has a
 * tracer.
 */
public final class TracingConfigSourceFactory implements ConfigSourceFactory {

    private static final String ENDPOINT = "registry.traces.endpoint";

    /** Above application.properties (250), below the environment (300) and system properties (400). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String endpoint = context.getValue(ENDPOINT).getValue();
        return endpoint == null || endpoint.isBlank()
                ? List.of()
                : List.of(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.otel.sdk.disabled",
                                "false",
                                "quarkus.otel.exporter.otlp.endpoint",
                                endpoint.strip()),
                        "Registry traces",
                        ORDINAL));
    }
}
