package org.zoneregistry.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.ledger.Dataset;

/**
 * The address and the credentials of the database, from the settings, under Quarkus's names. Nothing is started here.
 *
 * <p>The first of these that is configured decides: {@code quarkus.datasource.reactive.url},
 * {@code quarkus.datasource.jdbc.url}, {@code registry.db.url}. {@code registry.db.user} and {@code password} have
 * priority over the user and password in the address. {@code registry.db.owner} migrates the database, if it is set.
 */
public final class DatabaseSettings {

    public static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    public static final String USER = "quarkus.datasource.username";
    public static final String PASSWORD = "quarkus.datasource.password";
    public static final String OWNER = "quarkus.flyway.username";
    public static final String OWNER_PASSWORD = "quarkus.flyway.password";

    static final String REACTIVE_URL = "quarkus.datasource.reactive.url";

    /** The role that the migrations grant to; where it is the owner, or unknown, nothing is granted. */
    static final String APPLICATION = "quarkus.flyway.placeholders.application";

    private final Function<String, @Nullable String> settings;

    /** Reads settings by their names; null or blank: not set. */
    public DatabaseSettings(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /**
     * The values for a server of your own. Empty if none is configured, and the embedded one is used.
     *
     * @throws ConfigurationException if the address can't be read
     */
    public Optional<Map<String, String>> ofYourServer() {
        for (String name : List.of(REACTIVE_URL, JDBC_URL, "registry.db.url")) {
            String url = value(name);
            if (url != null) {
                return Optional.of(configured(name, url));
            }
        }
        return Optional.empty();
    }

    /** The values for the embedded server that runs in a directory. Empty if none runs there. */
    public static Optional<Map<String, String>> ofRunning(Path directory) throws IOException {
        Path passwords = directory.resolve("password." + Cluster.APPLICATION);
        if (!Files.exists(passwords)) {
            return Optional.empty();
        }
        String password = Files.readString(passwords).strip();
        return Postmaster.of(directory.resolve("cluster"))
                .map(server -> Map.of(
                        JDBC_URL,
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + Cluster.NAME,
                        USER,
                        Cluster.APPLICATION,
                        PASSWORD,
                        password));
    }

    /**
     * The directory of the ledger, if its database is embedded. Each data set has a ledger of its own.
     *
     * @throws ConfigurationException for an unknown data set
     */
    public Path ledger() {
        String configured = value("registry.data-dir");
        Path data = Path.of(configured == null ? "data" : configured);
        return switch (dataset()) {
            case REFERENCE -> data;
            case ILLUSTRATIVE -> data.resolve(Dataset.ILLUSTRATIVE.wireName());
        };
    }

    private Dataset dataset() {
        String configured = value(Dataset.SETTING);
        try {
            return configured == null ? Dataset.REFERENCE : Dataset.parse(configured);
        } catch (IllegalArgumentException unknown) {
            throw new ConfigurationException(unknown.getMessage());
        }
    }

    private Map<String, String> configured(String name, String url) {
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
        put(values, USER, value("registry.db.user"), address.user());
        put(values, PASSWORD, value("registry.db.password"), address.password());
        put(values, OWNER, value("registry.db.owner"), null);
        put(values, OWNER_PASSWORD, value("registry.db.owner-password"), null);
        put(values, APPLICATION, value(USER), values.getOrDefault(USER, "-"));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String first, @Nullable String second) {
        String value = first == null ? second : first;
        if (value != null) {
            values.put(name, value);
        }
    }

    private @Nullable String value(String name) {
        String value = settings.apply(name);
        return value == null || value.isBlank() ? null : value;
    }
}
