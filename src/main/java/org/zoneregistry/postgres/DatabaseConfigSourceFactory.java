package org.zoneregistry.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives Quarkus the address of the database when the application starts. The address is the configured one, or that of
 * the embedded server, which is then started.
 *
 * <p>{@link DatabaseSettings} says how the address is found. Quarkus's own {@code quarkus.datasource.username} and
 * {@code password} have priority over what is found there.
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

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        // Only the configuration of a running application has this name; the build and the test side don't.
        String uuid = context.getValue("quarkus.uuid").getValue();
        if (uuid == null || uuid.isBlank()) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(database(context), "Registry database", ORDINAL));
    }

    private static Map<String, String> database(ConfigSourceContext context) {
        var settings = new DatabaseSettings(name -> context.getValue(name).getValue());
        return settings.ofYourServer().orElseGet(() -> embedded(settings.ledger()));
    }

    private static Map<String, String> embedded(Path ledger) {
        try {
            EmbeddedPostgres postgres = ServerOfThisProcess.start(ledger.resolve("postgres"));
            return Map.ofEntries(
                    Map.entry(LEDGER_DIRECTORY, ledger.toString()),
                    Map.entry(DatabaseSettings.REACTIVE_URL, postgres.reactiveUrl()),
                    Map.entry("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-ca"),
                    Map.entry("quarkus.datasource.reactive.trust-certificate-pem", "true"),
                    Map.entry(
                            "quarkus.datasource.reactive.trust-certificate-pem.certs",
                            postgres.certificate().toString()),
                    Map.entry(DatabaseSettings.JDBC_URL, postgres.jdbcUrl()),
                    Map.entry(DatabaseSettings.USER, postgres.application()),
                    Map.entry(DatabaseSettings.PASSWORD, postgres.password(postgres.application())),
                    Map.entry(DatabaseSettings.OWNER, postgres.user()),
                    Map.entry(DatabaseSettings.OWNER_PASSWORD, postgres.password()),
                    Map.entry(DatabaseSettings.APPLICATION, postgres.application()));
        } catch (PostgresUnavailableException unavailable) {
            // Quarkus shows only the message of this exception, if it has no cause.
            System.getLogger(DatabaseConfigSourceFactory.class.getName())
                    .log(System.Logger.Level.DEBUG, "No embedded PostgreSQL", unavailable);
            throw new ConfigurationException(unavailable.getMessage());
        }
    }
}
