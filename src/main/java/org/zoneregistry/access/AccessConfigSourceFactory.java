package org.zoneregistry.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the application starts whether it asks for tokens or is open, and tells Quarkus.
 *
 * <p>Where {@code registry.access.issuer} names issuers, their tokens are asked for: one tenant of quarkus-oidc for
 * each, with the checks of docs/security.md; {@code quarkus.oidc.*} in the environment wins over what is told here.
 * Where it names none, the registry is open, and listens on the loopback address alone. It refuses to start on any
 * other one, and in production on a database of its own, unless {@code registry.access.open} is true.
 *
 * <p>It isn't marked as safe for the static initialisation, so the build doesn't record its values.
 */
public final class AccessConfigSourceFactory implements ConfigSourceFactory {

    /** Those whose tokens are taken; empty where the registry is open. */
    static final String ISSUERS = "registry.access.issuer";

    static final String OPEN = "registry.access.open";

    private static final String AUDIENCE = "registry.access.audience";
    private static final String HOST = "quarkus.http.host";

    /** Above application.properties (250), below the environment (300) and system properties (400). */
    private static final int ORDINAL = 275;

    /** Quarkus's own default, which listens everywhere, has a lower one. */
    private static final int LOWEST_OF_SETTINGS = 0;

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:[.][0-9]{1,3}){3}|\\[?(?:::1|0:0:0:0:0:0:0:1)]?");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        // Only the configuration of a running application knows this name.
        return value(context, "quarkus.uuid") == null
                ? List.of()
                : List.of(new PropertiesConfigSource(access(context), "Registry access", ORDINAL));
    }

    private static Map<String, String> access(ConfigSourceContext context) {
        String issuers = value(context, ISSUERS);
        return issuers == null ? open(context) : signedIn(context, issuers(issuers));
    }

    /** The issuers that a setting names. */
    static List<String> issuers(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(issuer -> !issuer.isEmpty())
                .toList();
    }

    /** The tenant of an issuer, by its place in the setting; the first one is Quarkus's default tenant. */
    static @Nullable String tenant(int place) {
        return place == 0 ? null : "issuer-" + (place + 1);
    }

    private static Map<String, String> signedIn(ConfigSourceContext context, List<String> issuers) {
        if ("true".equals(value(context, OPEN))) {
            throw new ConfigurationException(
                    ISSUERS + " names who signs tokens, and " + OPEN + " asks for none: give one of the two settings.");
        }
        String audience = value(context, AUDIENCE);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < issuers.size(); i++) {
            String tenant = tenant(i);
            String prefix = "quarkus.oidc." + (tenant == null ? "" : tenant + ".");
            values.put(prefix + "auth-server-url", issuers.get(i));
            values.put(prefix + "application-type", "service");
            values.put(prefix + "token.issuer", issuers.get(i));
            values.put(prefix + "token.audience", audience == null ? "zone-registry" : audience);
            values.put(prefix + "token.subject-required", "true");
            values.put(prefix + "token.lifespan-grace", "30");
            values.put(prefix + "token.forced-jwk-refresh-interval", "30S");
            values.put(prefix + "token.allow-jwt-introspection", "false");
            values.put(prefix + "token.allow-opaque-token-introspection", "false");
        }
        return values;
    }

    private static Map<String, String> open(ConfigSourceContext context) {
        Map<String, String> values = new HashMap<>();
        values.put("quarkus.oidc.tenant-enabled", "false");
        if ("true".equals(value(context, OPEN))) {
            return values;
        }
        boolean isOwnDatabase =
                List.of("registry.db.url", "quarkus.datasource.reactive.url", "quarkus.datasource.jdbc.url").stream()
                        .anyMatch(name -> value(context, name) != null);
        if (isOwnDatabase && LaunchMode.current() == LaunchMode.NORMAL) {
            throw new ConfigurationException(
                    "A registry on a database of its own asks for tokens: name their issuer in "
                            + ISSUERS + " (REGISTRY_ACCESS_ISSUER), or let everybody do everything with " + OPEN
                            + "=true (REGISTRY_ACCESS_OPEN).");
        }
        var host = context.getValue(HOST);
        if (host.getValue() != null && LOOPBACK.matcher(host.getValue()).matches()) {
            return values;
        }
        if (host.getValue() == null || host.getConfigSourceOrdinal() < LOWEST_OF_SETTINGS) {
            values.put(HOST, "127.0.0.1");
        } else {
            throw new ConfigurationException("Without an issuer of tokens the registry listens on 127.0.0.1 alone, and "
                    + HOST + " is " + host.getValue() + ": name an issuer in " + ISSUERS
                    + " (REGISTRY_ACCESS_ISSUER), or let everybody do everything with " + OPEN
                    + "=true (REGISTRY_ACCESS_OPEN).");
        }
        return values;
    }

    private static @Nullable String value(ConfigSourceContext context, String name) {
        String value = context.getValue(name).getValue();
        return value == null || value.isBlank() ? null : value;
    }
}
