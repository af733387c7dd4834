package org.zoneregistry.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracingWiringTest {

    private final TracingWiring wiring = new TracingWiring();

    @Test
    void nothing_is_traced_without_a_receiver() {
        assertThat(made(null, 1)).isSameAs(OpenTelemetry.noop());
    }

    @Test
    void a_setting_that_makes_no_sense_is_named() {
        assertThatThrownBy(() -> made("collector:4318", 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("registry.traces.endpoint is collector:4318");
        assertThatThrownBy(() -> made("http://collector:4318", 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("registry.traces.ratio is 2");
    }

    private OpenTelemetry made(@Nullable String endpoint, double ratio) {
        return wiring.openTelemetry(
                Optional.ofNullable(endpoint), Optional.empty(), ratio, Duration.ofSeconds(5), "1.0");
    }
}
