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
 * Decides at the start whether the application needs tokens or is open, and configures Quarkus.
 *
 * <p>If {@code registry.access.issuer} names issuers, tokens are needed. Each issuer is a tenant of quarkus-oidc, with
 * the checks of docs/security.md; {@code quarkus.oidc.*} in the environment has priority. Without an issuer the
 * registry is open, and listens only on the loopback address. Then it refuses to start on another address, and in
 * production on your own database, unless {@code registry.access.open} is true.
 *
 * <p>It isn't marked as safe for the static initialisation, so the build doesn't record its values.
 */
public final class AccessConfigSourceFactory implements ConfigSourceFactory {

    /** The issuers of accepted tokens; empty if the registry is open. */
    static final String ISSUERS = "registry.access.issuer";

    static final String OPEN = "registry.access.open";

    /** The client at the first issuer with which people sign in to pages; without it, pages take tokens alone. */
    static final String CLIENT = "registry.access.client";

    /** The tenant of quarkus-oidc with which people sign in. */
    static final String SIGN_IN = "sign-in";

    private static final String CLIENT_SECRET = "registry.access.client-secret";
    private static final String COOKIE_SECRET = "registry.access.cookie-secret";
    private static final String AUDIENCE = "registry.access.audience";
    private static final String HOST = "quarkus.http.host";
    private static final String MANAGEMENT = "registry.management.host";

    /** Above application.properties (250), below the environment (300) and system properties (400). */
    private static final int ORDINAL = 275;

    /** Quarkus's own default has a lower ordinal. It listens on all addresses. */
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

    /** The issuers in a setting. */
    static List<String> issuers(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(issuer -> !issuer.isEmpty())
                .toList();
    }

    /** The tenant of an issuer, by its place in the setting. The first issuer is Quarkus's default tenant. */
    static @Nullable String tenant(int place) {
        return place == 0 ? null : "issuer-" + (place + 1);
    }

    private static Map<String, String> signedIn(ConfigSourceContext context, List<String> issuers) {
        if ("true".equals(value(context, OPEN))) {
            throw new ConfigurationException(
                    ISSUERS + " names who signs tokens, and " + OPEN + " asks for none: give one of the two settings.");
        }
        if (issuers.isEmpty()) {
            throw new ConfigurationException(ISSUERS + " names no issuer: give one, or leave the setting out.");
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
        String client = value(context, CLIENT);
        if (client != null) {
            values.putAll(people(context, issuers.getFirst(), client));
        }
        return values;
    }

    /** The sign-in of people: the authorisation code flow with PKCE. Their tokens are in an encrypted cookie. */
    private static Map<String, String> people(ConfigSourceContext context, String issuer, String client) {
        String prefix = "quarkus.oidc." + SIGN_IN + ".";
        Map<String, String> values = new HashMap<>();
        values.put(prefix + "auth-server-url", issuer);
        values.put(prefix + "application-type", "web-app");
        values.put(prefix + "client-id", client);
        values.put(prefix + "token.issuer", issuer);
        values.put(prefix + "token.refresh-expired", "true");
        values.put(prefix + "authentication.pkce-required", "true");
        values.put(prefix + "authentication.nonce-required", "true");
        values.put(prefix + "authentication.redirect-path", SignIn.PATH);
        values.put(prefix + "authentication.restore-path-after-redirect", "true");
        values.put(prefix + "authentication.session-age-extension", "30M");
        values.put(prefix + "logout.path", SignIn.OUT);
        values.put(prefix + "logout.post-logout-path", SignIn.OUT);
        put(values, prefix + "credentials.secret", value(context, CLIENT_SECRET));
        String cookies = value(context, COOKIE_SECRET);
        put(values, prefix + "authentication.state-secret", cookies);
        put(values, prefix + "token-state-manager.encryption-secret", cookies);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Map<String, String> open(ConfigSourceContext context) {
        Map<String, String> values = new HashMap<>();
        values.put("quarkus.oidc.tenant-enabled", "false");
        if ("true".equals(value(context, OPEN))) {
            return values;
        }
        String management = value(context, MANAGEMENT);
        if (management != null && !LOOPBACK.matcher(management).matches()) {
            throw elsewhere(MANAGEMENT, management);
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
            throw elsewhere(HOST, host.getValue());
        }
        return values;
    }

    private static ConfigurationException elsewhere(String setting, String host) {
        return new ConfigurationException("Without an issuer of tokens the registry listens on 127.0.0.1 alone, and "
                + setting + " is " + host + ": name an issuer in " + ISSUERS
                + " (REGISTRY_ACCESS_ISSUER), or let everybody do everything with " + OPEN
                + "=true (REGISTRY_ACCESS_OPEN).");
    }

    private static @Nullable String value(ConfigSourceContext context, String name) {
        String value = context.getValue(name).getValue();
        return value == null || value.isBlank() ? null : value;
    }
}
