package org.zoneregistry.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.ledger.Dataset;

/**
 * Gives Quarkus the address of the database when the application starts. The address is the configured one, or that of
 * the embedded server, which is then started.
 *
 * <p>The first of these that is configured decides, and both of Quarkus's addresses are derived from it:
 * {@code quarkus.datasource.reactive.url}, {@code quarkus.datasource.jdbc.url}, {@code registry.db.url}. Quarkus's own
 * {@code quarkus.datasource.username} and {@code password} have priority over {@code registry.db.user} and
 * {@code password}, and those over the user and password in the address. {@code registry.db.owner} migrates the
 * database, if it is set.
 *
 * <p>It isn't marked as safe for the static initialisation, so the build doesn't record its values.
 */
public final class DatabaseConfigSourceFactory implements ConfigSourceFactory {
    /** Above application.properties (250), below the environment (300) and system properties (400). */
    private static final int ORDINAL = 275;

    /**
     * The directory of the embedded server's data and other files of the ledger. Not set if the server isn't embedded.
     */
    public static final String LEDGER_DIRECTORY = "registry.ledger-directory";

    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String OWNER = "quarkus.flyway.username";
    private static final String OWNER_PASSWORD = "quarkus.flyway.password";

    /** The role that the migrations grant to; where it is the owner, or unknown, nothing is granted. */
    private static final String APPLICATION = "quarkus.flyway.placeholders.application";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        // Only the configuration of a running application has this name; the build and the test side don't.
        if (value(context, "quarkus.uuid") == null) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(database(context), "Registry database", ORDINAL));
    }

    private static Map<String, String> database(ConfigSourceContext context) {
        for (String name : List.of(REACTIVE_URL, JDBC_URL, "registry.db.url")) {
            String url = value(context, name);
            if (url != null) {
                return configured(context, name, url);
            }
        }
        try {
            Path ledger = ledger(context);
            EmbeddedPostgres postgres = ServerOfThisProcess.start(ledger.resolve("postgres"));
            return Map.ofEntries(
                    Map.entry(LEDGER_DIRECTORY, ledger.toString()),
                    Map.entry(REACTIVE_URL, postgres.reactiveUrl()),
                    Map.entry("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-ca"),
                    Map.entry("quarkus.datasource.reactive.trust-certificate-pem", "true"),
                    Map.entry(
                            "quarkus.datasource.reactive.trust-certificate-pem.certs",
                            postgres.certificate().toString()),
                    Map.entry(JDBC_URL, postgres.jdbcUrl()),
                    Map.entry(USER, postgres.application()),
                    Map.entry(PASSWORD, postgres.password(postgres.application())),
                    Map.entry(OWNER, postgres.user()),
                    Map.entry(OWNER_PASSWORD, postgres.password()),
                    Map.entry(APPLICATION, postgres.application()));
        } catch (PostgresUnavailableException unavailable) {
            // Quarkus shows only the message of this exception, if it has no cause.
            System.getLogger(DatabaseConfigSourceFactory.class.getName())
                    .log(System.Logger.Level.DEBUG, "No embedded PostgreSQL", unavailable);
            throw new ConfigurationException(unavailable.getMessage());
        }
    }

    private static Map<String, String> configured(ConfigSourceContext context, String name, String url) {
        DatabaseAddress address;
        try {
            address = DatabaseAddress.parse(url);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "The address of the database in " + name + " can't be read: " + malformed.getMessage() + ".");
        }
        Map<String, String> values = new HashMap<>();
        values.put(REACTIVE_URL, address.reactiveUrl());
        values.put(JDBC_URL, address.jdbcUrl());
        put(values, USER, value(context, "registry.db.user"), address.user());
        put(values, PASSWORD, value(context, "registry.db.password"), address.password());
        put(values, OWNER, value(context, "registry.db.owner"), null);
        put(values, OWNER_PASSWORD, value(context, "registry.db.owner-password"), null);
        put(values, APPLICATION, value(context, USER), values.getOrDefault(USER, "-"));
        return values;
    }

    /** Each data set has a ledger of its own. */
    private static Path ledger(ConfigSourceContext context) {
        Path data = dataDirectory(context);
        return switch (dataset(context)) {
            case REFERENCE -> data;
            case ILLUSTRATIVE -> data.resolve(Dataset.ILLUSTRATIVE.wireName());
        };
    }

    private static Dataset dataset(ConfigSourceContext context) {
        String configured = value(context, Dataset.SETTING);
        try {
            return configured == null ? Dataset.REFERENCE : Dataset.parse(configured);
        } catch (IllegalArgumentException unknown) {
            throw new ConfigurationException(unknown.getMessage());
        }
    }

    private static Path dataDirectory(ConfigSourceContext context) {
        String configured = value(context, "registry.data-dir");
        return Path.of(configured == null ? "data" : configured);
    }

    private static void put(Map<String, String> values, String name, @Nullable String first, @Nullable String second) {
        String value = first == null ? second : first;
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable String value(ConfigSourceContext context, String name) {
        String value = context.getValue(name).getValue();
        return value == null || value.isBlank() ? null : value;
    }
}
