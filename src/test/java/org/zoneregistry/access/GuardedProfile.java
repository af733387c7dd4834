package org.zoneregistry.access;

import static java.util.Map.entry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.zoneregistry.testing.TestCertificate;

/**
 * With an issuer of tokens, with TLS that only lets in clients with a certificate that it trusts, and with a separate
 * port for health and metrics.
 */
public final class GuardedProfile implements QuarkusTestProfile {

    /** The system property with the directory of the certificates. */
    public static final String DIRECTORY = "test.tls";

    @Override
    public Map<String, String> getConfigOverrides() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path directory = Files.createTempDirectory("tls");
            System.setProperty(DIRECTORY, directory.toString());
            TestCertificate server = TestCertificate.of("first", directory);
            TestCertificate client = TestCertificate.of("client", directory);
            TestCertificate.of("second", directory);
            Files.copy(server.keys(), directory.resolve("served.p12"));
            return Map.ofEntries(
                    entry("registry.access.issuer", TestIssuer.of("first").url()),
                    entry("registry.access.public", "document"),
                    entry("registry.management.port", Integer.toString(probe.getLocalPort())),
                    entry("registry.http.client-certificate", "required"),
                    entry("quarkus.http.test-ssl-port", "0"),
                    entry("quarkus.http.tls-configuration-name", "https"),
                    entry(
                            "quarkus.tls.https.key-store.p12.path",
                            directory.resolve("served.p12").toString()),
                    entry("quarkus.tls.https.key-store.p12.password", TestCertificate.PASSWORD),
                    entry(
                            "quarkus.tls.https.trust-store.p12.path",
                            client.trust().toString()),
                    entry("quarkus.tls.https.trust-store.p12.password", TestCertificate.PASSWORD),
                    entry("quarkus.tls.https.reload-period", "1s"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
