package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In production: what starts, and where it listens. */
class AccessConfigSourceFactoryTest {

    private static SmallRyeConfig config(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("quarkus.uuid", "running");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "settings", 300))
                .withSources(new AccessConfigSourceFactory())
                .withDefaultValue("quarkus.http.host", "0.0.0.0")
                .build();
    }

    private static String host(SmallRyeConfig config) {
        return value(config, "quarkus.http.host");
    }

    private static String value(SmallRyeConfig config, String name) {
        return config.getConfigValue(name).getValue();
    }

    @Test
    void an_open_registry_listens_on_loopback() {
        var config = config(Map.of());
        assertThat(host(config)).isEqualTo("127.0.0.1");
        assertThat(value(config, "quarkus.oidc.tenant-enabled")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.0.1", "::1", "[::1]"})
    void an_open_registry_may_be_told_to_listen_on_loopback(String loopback) {
        assertThat(host(config(Map.of("quarkus.http.host", loopback)))).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "registry.example", "127.0.0.1.example", "localhost.example"})
    void an_open_registry_listens_nowhere_else(String other) {
        assertThatThrownBy(() -> config(Map.of("quarkus.http.host", other)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(other)
                .hasMessageContaining("REGISTRY_ACCESS_ISSUER");
    }

    @Test
    void an_open_registry_is_watched_nowhere_else() {
        config(Map.of("registry.management.port", "9000", "registry.management.host", "127.0.0.1"));
        assertThatThrownBy(() -> config(Map.of("registry.management.host", "0.0.0.0")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("registry.management.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " , ", ",,"})
    void a_setting_without_an_issuer_opens_nothing(String none) {
        assertThatThrownBy(() -> config(Map.of("registry.access.issuer", none)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("names no issuer");
    }

    @Test
    void openness_can_be_asked_for_by_name() {
        assertThat(host(config(Map.of("registry.access.open", "true")))).isEqualTo("0.0.0.0");
        assertThat(host(config(Map.of("registry.access.open", "true", "quarkus.http.host", "192.0.2.1"))))
                .isEqualTo("192.0.2.1");
        config(Map.of("registry.access.open", "true", "registry.db.url", "postgresql://database/registry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.db.url", "quarkus.datasource.reactive.url", "quarkus.datasource.jdbc.url"})
    void a_registry_on_a_database_of_its_own_does_not_start_open(String setting) {
        assertThatThrownBy(() -> config(Map.of(setting, "postgresql://database/registry")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("REGISTRY_ACCESS_ISSUER");
    }

    @Test
    void with_an_issuer_it_listens_everywhere_and_checks_tokens() {
        var config = config(Map.of(
                "registry.access.issuer", "https://one.example, https://two.example",
                "registry.db.url", "postgresql://database/registry"));
        assertThat(host(config)).isEqualTo("0.0.0.0");
        assertThat(value(config, "quarkus.oidc.auth-server-url")).isEqualTo("https://one.example");
        assertThat(value(config, "quarkus.oidc.issuer-2.token.issuer")).isEqualTo("https://two.example");
        assertThat(value(config, "quarkus.oidc.issuer-2.token.audience")).isEqualTo("zone-registry");
    }

    @Test
    void an_issuer_and_openness_contradict_each_other() {
        assertThatThrownBy(() ->
                        config(Map.of("registry.access.issuer", "https://one.example", "registry.access.open", "true")))
                .isInstanceOf(ConfigurationException.class);
    }
}
