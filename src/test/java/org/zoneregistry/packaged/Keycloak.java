package org.zoneregistry.packaged;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real issuer, which pom.xml unpacks into target, with the realms of src/test/keycloak. */
final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of("target/keycloak/keycloak-26.7.3").toAbsolutePath();
    private static final Path REALMS = Path.of("src/test/keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it. Returns when it has the realms. */
    static Keycloak start(Path log) throws IOException {
        Path imported = Files.createDirectories(HOME.resolve("data/import"));
        for (String realm : List.of("zone-registry-realm.json", "other-realm.json")) {
            Files.copy(REALMS.resolve(realm), imported.resolve(realm), StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
        var builder = new ProcessBuilder(
                "bash",
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm",
                "--cache=local");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        var keycloak = new Keycloak(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> keycloak.hasRealms(log));
        return keycloak;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private boolean hasRealms(Path log) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended:\n" + Files.readString(log));
        }
        return has("zone-registry") && has("other");
    }

    private boolean has(String realm) {
        try {
            var connection = (HttpURLConnection) URI.create(issuer(realm) + "/.well-known/openid-configuration")
                    .toURL()
                    .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    String issuer() {
        return issuer("zone-registry");
    }

    /** The token of a program. */
    String tokenOf(String client) {
        return tokenOf(client, "zone-registry");
    }

    String tokenOf(String client, String realm) {
        return token(
                given().auth()
                        .preemptive()
                        .basic(client, client + "-secret")
                        .formParam("grant_type", "client_credentials"),
                realm);
    }

    /** The token of a person. Only tests may get it by password. */
    String tokenOfPerson(String name) {
        return token(
                given().formParam("grant_type", "password")
                        .formParam("client_id", "console")
                        .formParam("username", name)
                        .formParam("password", name + "-password"),
                "zone-registry");
    }

    private String token(RequestSpecification request, String realm) {
        return request.post(issuer(realm) + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
