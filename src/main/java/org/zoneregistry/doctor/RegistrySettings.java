package org.zoneregistry.doctor;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a node with the same environment and working directory would read: system properties, environment,
 * {@code config/application.properties}, and the packaged {@code application.properties}, in this order.
 */
final class RegistrySettings {

    private static final Path FILE = Path.of("config", "application.properties");
    private static final int ORDINAL_OF_FILE = 260;
    private static final int ORDINAL_OF_PACKAGE = 250;

    private RegistrySettings() {}

    static Config read() {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withProfile("prod");
        try {
            if (Files.exists(FILE)) {
                builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), ORDINAL_OF_FILE));
            }
            @Nullable URL packaged = RegistrySettings.class.getResource("/application.properties");
            if (packaged != null) {
                builder.withSources(new PropertiesConfigSource(packaged, ORDINAL_OF_PACKAGE));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return builder.build();
    }
}
