package org.zoneregistry.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jose4j.lang.JoseException;
import org.zoneregistry.testing.TestCertificate;

/** A real issuer, which pom.xml unpacks into target, with the realms of src/test/keycloak. */
final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of("target/keycloak/keycloak-26.7.3").toAbsolutePath();
    private static final Path REALMS = Path.of("src/test/keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN_PASSWORD = UUID.randomUUID().toString();
    private static final String REALM = "zone-registry";

    private final Process process;
    private final int port;
    private final int securePort;
    private final TestCertificate certificate;
    private final TestCertificate office;

    private Keycloak(Process process, int port, int securePort, TestCertificate certificate, TestCertificate office) {
        this.process = process;
        this.port = port;
        this.securePort = securePort;
        this.certificate = certificate;
        this.office = office;
    }

    /** Starts it. Returns when it has the realms. */
    static Keycloak start(Path directory) throws IOException {
        Path log = directory.resolve("keycloak.log");
        var certificate = TestCertificate.of("keycloak", directory);
        var office = TestCertificate.of("office-certificate", directory);
        Path imported = Files.createDirectories(HOME.resolve("data/import"));
        for (String realm : List.of("zone-registry-realm.json", "other-realm.json")) {
            Files.copy(REALMS.resolve(realm), imported.resolve(realm), StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
        int securePort = freePort();
        var builder = new ProcessBuilder(
                "bash",
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--https-port=" + securePort,
                "--https-key-store-file=" + certificate.keys(),
                "--https-key-store-password=" + TestCertificate.PASSWORD,
                "--https-trust-store-file=" + office.trust(),
                "--https-trust-store-password=" + TestCertificate.PASSWORD,
                "--https-client-auth=request",
                "--import-realm",
                "--cache=local");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().put("JAVA_OPTS_APPEND", Launch.FAST_COMPILER_ONLY);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        var keycloak = new Keycloak(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(),
                port,
                securePort,
                certificate,
                office);
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
        return has(REALM) && has("other");
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
        return issuer(REALM);
    }

    /** The token of a program. */
    String tokenOf(String client) {
        return tokenOf(client, REALM);
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
                REALM);
    }

    /** The token of a program that proves with a private key who it is; Keycloak learns of the public one before. */
    String tokenByKey(String client) throws JoseException {
        var key = new KeyOfAProgram();
        change(client, representation -> attributes(representation).put("jwks.string", key.publicKeys()));
        return token(
                given().formParam("grant_type", "client_credentials")
                        .formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .formParam("client_assertion", key.assertion(client, issuer())),
                REALM);
    }

    /** The token of a program that shows a certificate. */
    String tokenByCertificate(String client) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .sslContext(certificate.trustedBy(office))
                .build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + securePort + "/realms/" + REALM
                                    + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + client))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body()).path("access_token").asText();
        }
    }

    /** The token of a program for requests that prove possession of a key (RFC 9449). */
    String tokenBoundToKey(String client) throws JoseException {
        var key = new KeyOfAProgram();
        return token(
                given().auth()
                        .preemptive()
                        .basic(client, client + "-secret")
                        .header("DPoP", key.proof("POST", issuer() + "/protocol/openid-connect/token"))
                        .formParam("grant_type", "client_credentials"),
                REALM);
    }

    /** Takes back the token of a program. */
    void revoke(String client, String token) {
        given().auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParam("token", token)
                .formParam("token_type_hint", "access_token")
                .post(issuer() + "/protocol/openid-connect/revoke")
                .then()
                .statusCode(200);
    }

    /** Lets people sign in at a registry. */
    void allowSignIn(String client, String registry) {
        change(client, representation -> {
            representation.putArray("redirectUris").add(registry + "/*");
            attributes(representation).put("post.logout.redirect.uris", "+");
        });
    }

    /** Signs with a new key from now on, and forgets the one before. */
    void rotateKey() {
        String realm = admin().get(admin("")).then().statusCode(200).extract().path("id");
        List<String> before = admin().get(admin("/components?type=org.keycloak.keys.KeyProvider"))
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.providerId == 'ecdsa-generated' }.id");
        admin().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "another",
                        "providerId", "ecdsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", realm,
                        "config", Map.of("priority", List.of("200"), "ecdsaEllipticCurveKey", List.of("P-256"))))
                .post(admin("/components"))
                .then()
                .statusCode(201);
        for (String old : before) {
            admin().delete(admin("/components/" + old)).then().statusCode(204);
        }
    }

    private void change(String client, Consumer<ObjectNode> changed) {
        var found = admin().get(admin("/clients?clientId=" + client)).then().statusCode(200);
        try {
            var representation =
                    (ObjectNode) JSON.readTree(found.extract().asByteArray()).path(0);
            changed.accept(representation);
            admin().contentType(ContentType.JSON)
                    .body(representation.toString())
                    .put(admin("/clients/" + representation.path("id").asText()))
                    .then()
                    .statusCode(204);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode attributes(ObjectNode client) {
        return (ObjectNode) client.path("attributes");
    }

    private String admin(String path) {
        return "http://127.0.0.1:" + port + "/admin/realms/" + REALM + path;
    }

    private RequestSpecification admin() {
        return given().auth()
                .oauth2(token(
                        given().formParam("grant_type", "password")
                                .formParam("client_id", "admin-cli")
                                .formParam("username", "admin")
                                .formParam("password", ADMIN_PASSWORD),
                        "master"));
    }

    private String token(RequestSpecification request, String realm) {
        var answer = request.post(issuer(realm) + "/protocol/openid-connect/token");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("access_token");
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
