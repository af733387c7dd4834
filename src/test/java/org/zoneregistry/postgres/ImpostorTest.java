package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestCertificate;

/** A process that takes the port of a server that was killed, and asks for the password in clear text. */
@NeedsServer
class ImpostorTest {

    private static final byte[] ASK_FOR_PASSWORD = HexFormat.of().parseHex("520000000800000003");
    private static final byte[] WELCOME = HexFormat.of().parseHex("5200000008000000005a0000000549");
    private static final String SSL_REQUEST = "0000000804d2162f";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private EmbeddedPostgres postgres;

    @BeforeEach
    void kill() throws Exception {
        postgres = EmbeddedPostgres.start(directory.resolve("data"));
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getString(1)).isEqualTo("TLSv1.3");
        }
        ProcessHandle server = ProcessHandle.of(Postmaster.of(directory.resolve("data/cluster"))
                        .orElseThrow()
                        .pid())
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void gets_no_password_without_tls() throws Exception {
        try (var impostor = new Impostor(postgres.port(), null)) {
            refuses(impostor);
        }
    }

    @Test
    void gets_no_password_with_a_certificate_of_its_own() throws Exception {
        try (var impostor = new Impostor(postgres.port(), TestCertificate.of("zone-registry", directory))) {
            refuses(impostor);
        }
    }

    private void refuses(Impostor impostor) throws Exception {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())
                        .close())
                .isInstanceOf(SQLException.class);
        Vertx vertx = Vertx.vertx();
        try {
            // as DatabaseConfigSourceFactory configures it
            var options = PgConnectOptions.fromUri(postgres.reactiveUrl())
                    .setUser(postgres.user())
                    .setPassword(postgres.password())
                    .setSslMode(SslMode.VERIFY_CA)
                    .setPemTrustOptions(new PemTrustOptions()
                            .addCertPath(postgres.certificate().toString()));
            assertThatThrownBy(() -> PgConnection.connect(vertx, options)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        assertThat(impostor.callers()).isGreaterThanOrEqualTo(2);
        assertThat(impostor.heard()).doesNotContain(postgres.password()).doesNotContain(postgres.user());
    }

    /** Speaks as much of PostgreSQL's protocol as it takes to be told a password. */
    private static final class Impostor implements AutoCloseable {

        private final ServerSocket server;
        private final @Nullable TestCertificate certificate;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private int callers;

        Impostor(int port, @Nullable TestCertificate certificate) throws IOException {
            this.certificate = certificate;
            server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.setSoTimeout(5_000);
                    listen(client);
                } catch (IOException gone) {
                    // the next one
                }
            }
        }

        private void listen(Socket client) throws IOException {
            synchronized (this) {
                callers++;
            }
            Socket talking = client;
            byte[] first = client.getInputStream().readNBytes(8);
            if (HexFormat.of().formatHex(first).equals(SSL_REQUEST)) {
                client.getOutputStream().write(certificate == null ? 'N' : 'S');
                if (certificate != null) {
                    var secure = (SSLSocket) certificate
                            .trustedBy(certificate)
                            .getSocketFactory()
                            .createSocket(client, null, client.getPort(), true);
                    secure.setUseClientMode(false);
                    secure.startHandshake();
                    talking = secure;
                }
            } else {
                hear(first, first.length);
            }
            byte[] more = new byte[4_096];
            InputStream in = talking.getInputStream();
            boolean isFirst = true;
            for (int read = in.read(more); read > 0; read = in.read(more)) {
                hear(more, read);
                talking.getOutputStream().write(isFirst ? ASK_FOR_PASSWORD : WELCOME);
                talking.getOutputStream().flush();
                isFirst = false;
            }
        }

        private synchronized void hear(byte[] bytes, int length) {
            heard.write(bytes, 0, length);
        }

        synchronized int callers() {
            return callers;
        }

        synchronized String heard() {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
