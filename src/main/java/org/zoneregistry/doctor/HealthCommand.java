package org.zoneregistry.doctor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Asks the node of the same container by HTTP whether it is ready, at its port for health and metrics if it has one.
 * For images without a shell. Exit code 0: it is ready; 1: it is not, or does not answer.
 */
public final class HealthCommand {

    private static final int PATIENCE_MILLIS = 5_000;

    private HealthCommand() {}

    /** Asks, and ends the process with the exit code. */
    public static void main() {
        System.exit(isReady(RegistrySettings.read()) ? 0 : 1);
    }

    static boolean isReady(Config settings) {
        Optional<String> management = settings.getOptionalValue("registry.management.port", String.class);
        String host = settings.getOptionalValue(
                        management.isPresent() ? "registry.management.host" : "quarkus.http.host", String.class)
                .filter(address -> !address.equals("0.0.0.0"))
                .orElse("127.0.0.1");
        String port = management
                .or(() -> settings.getOptionalValue("quarkus.http.port", String.class))
                .orElse("8080");
        try {
            var connection = (HttpURLConnection) URI.create("http://" + host + ":" + port + "/q/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
