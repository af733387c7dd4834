package org.zoneregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.zoneregistry.access.GuardedProfile;
import org.zoneregistry.testing.TestCertificate;

/** The API over TLS, with the settings of docs/operations.md. */
@QuarkusTest
@TestProfile(GuardedProfile.class)
class TlsTest {

    private static final byte ALERT = 0x15;
    private static final int ALERT_BYTES = 7;
    private static final int PROTOCOL_VERSION = 70;

    private static Path directory() {
        return Path.of(System.getProperty(GuardedProfile.DIRECTORY));
    }

    private static TestCertificate certificate(String name) {
        return new TestCertificate(
                directory().resolve(name + ".p12"), directory().resolve(name + "-trust.p12"));
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    }

    private static HttpResponse<Void> get(SSLContext tls) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port() + "/openapi"))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private static String served(String trusted) throws IOException, InterruptedException {
        HttpResponse<Void> answer = get(certificate(trusted).trustedBy(certificate("client")));
        assertThat(answer.statusCode()).isEqualTo(200);
        var session = answer.sslSession().orElseThrow();
        return ((X509Certificate) session.getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    void a_new_certificate_is_served_without_a_restart() throws Exception {
        assertThat(served("first")).isEqualTo("CN=first");
        Files.copy(
                certificate("second").keys(), directory().resolve("served.p12"), StandardCopyOption.REPLACE_EXISTING);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> served("second").equals("CN=second"));
        Files.copy(certificate("first").keys(), directory().resolve("served.p12"), StandardCopyOption.REPLACE_EXISTING);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> served("first").equals("CN=first"));
    }

    @Test
    void a_browser_is_told_to_come_by_tls_alone() throws Exception {
        assertThat(get(certificate("first").trustedBy(certificate("client")))
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
    }

    @Test
    void a_client_without_a_certificate_is_refused_where_one_is_required() throws Exception {
        SSLContext anonymous = certificate("first").trusted();
        assertThatThrownBy(() -> get(anonymous)).isInstanceOf(IOException.class);
        SSLContext stranger = certificate("first").trustedBy(certificate("second"));
        assertThatThrownBy(() -> get(stranger)).isInstanceOf(SSLException.class);
    }

    @Test
    void only_tls_1_3_is_spoken_unless_a_setting_names_more() throws Exception {
        HttpResponse<Void> answer = get(certificate("first").trustedBy(certificate("client")));
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        for (String old : List.of("0303", "0302", "0301", "0300")) {
            assertThat(alertTo(old)).as(old).isEqualTo(PROTOCOL_VERSION);
        }
    }

    /**
     * The alert that answers a greeting. The JDK's own client doesn't speak the old versions, so the greeting is
     * written here (RFC 5246, 7.2 and 7.4.1.2).
     *
     * @param version the highest one of the client
     */
    private static int alertTo(String version) throws IOException {
        String random = "11".repeat(32);
        String suites = "0006" + "c02b" + "c009" + "c00a";
        String extensions = "000a00040002" + "0017" // the curve secp256r1
                + "000b00020100"; // uncompressed points
        byte[] rest = HexFormat.of()
                .parseHex(version + random + "00" + suites + "0100" + "%04x".formatted(extensions.length() / 2)
                        + extensions);
        var greeting = new ByteArrayOutputStream();
        greeting.writeBytes(HexFormat.of().parseHex("160301%04x01%06x".formatted(rest.length + 4, rest.length)));
        greeting.writeBytes(rest);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(greeting.toByteArray());
            byte[] record = socket.getInputStream().readNBytes(ALERT_BYTES);
            assertThat(record[0]).isEqualTo(ALERT);
            return record[ALERT_BYTES - 1];
        }
    }
}
