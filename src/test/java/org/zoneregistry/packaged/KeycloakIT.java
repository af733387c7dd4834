package org.zoneregistry.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.zoneregistry.testing.Waiting.await;

import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.access.DocumentedOperation;
import org.zoneregistry.access.Role;

/** A registry whose callers sign in at a real issuer. In the end the issuer is stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final String OWN_ZONE = "suzhou-industrial-park";
    private static final String FOREIGN = "chengdu";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Keycloak keycloak;

    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static PackagedRegistry registry;

    @BeforeAll
    static void start() throws IOException {
        keycloak = Keycloak.start(directory);
        registry = launch("registry")
                .with(
                        "-Dregistry.access.client=console",
                        "-Dregistry.access.cookie-secret=" + UUID.randomUUID() + UUID.randomUUID(),
                        "-Dquarkus.oidc.token.forced-jwk-refresh-interval=1S")
                .start();
        keycloak.allowSignIn("console", "http://127.0.0.1:" + registry.uri("/").getPort());
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port = registry.uri("/").getPort();
        String registrar = keycloak.tokenOfPerson("registrar-wang");
        establish(registrar, OWN_ZONE, "CN-JS").then().statusCode(201);
        establish(registrar, FOREIGN, "CN-SC").then().statusCode(201);
    }

    private static Launch launch(String name) throws IOException {
        return Launch.embedded(Files.createDirectories(directory.resolve(name)))
                .with(
                        "-Dregistry.access.issuer=" + keycloak.issuer(),
                        "-Dregistry.access.public=figures",
                        "-Dregistry.access.everywhere-without-claims=true",
                        "-Dquarkus.http.host=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        registry.close();
        keycloak.close();
        RestAssured.reset();
    }

    private static Response establish(String token, String code, String province) {
        return post(token, "/v1/zones", """
                {"code": "%s", "name": {"en": "A zone"}, "type": "bonded-zone", "province": "%s",
                 "effectiveOn": "2010-07-01"}""".formatted(code, province));
    }

    private static Response post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Response record(String token, String zone, String entry) {
        return post(token, "/v1/zones/" + zone + "/trade", """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "value": "12.00"}""".formatted(entry));
    }

    @Test
    void an_office_records_in_its_zone_and_is_refused_next_door() {
        String office = keycloak.tokenOf("office-0231");
        record(office, OWN_ZONE, "K-1").then().statusCode(201);
        record(office, FOREIGN, "K-2").then().statusCode(403);
    }

    @Test
    void a_registrar_of_jiangsu_converts_a_zone_there_and_none_in_sichuan() {
        String registrar = keycloak.tokenOfPerson("registrar-js");
        post(registrar, "/v1/zones/" + OWN_ZONE + "/conversion", "{\"effectiveOn\": \"2015-01-01\"}")
                .then()
                .statusCode(200);
        post(registrar, "/v1/zones/" + FOREIGN + "/conversion", "{\"effectiveOn\": \"2015-01-01\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void an_auditor_reads_all_and_records_nothing() {
        String auditor = keycloak.tokenOfPerson("auditor-li");
        for (String address : List.of("/v1/trade", "/v1/events", "/v1/audit/export", "/v1/imports")) {
            given().auth().oauth2(auditor).get(address).then().statusCode(200);
        }
        record(auditor, OWN_ZONE, "K-3").then().statusCode(403);
        establish(auditor, "another", "CN-JS").then().statusCode(403);
    }

    @Test
    void a_person_without_a_role_sees_the_public_figures_alone() {
        String nobody = keycloak.tokenOfPerson("nobody");
        given().auth().oauth2(nobody).get("/v1/zones").then().statusCode(200);
        given().get("/v1/zones").then().statusCode(200);
        given().auth().oauth2(nobody).get("/v1/trade").then().statusCode(403);
        given().get("/v1/trade").then().statusCode(401);
    }

    @Test
    void a_token_of_another_realm_or_for_another_audience_is_refused() {
        for (String token : List.of(keycloak.tokenOf("office-0231", "other"), keycloak.tokenOf("no-audience"))) {
            record(token, OWN_ZONE, "K-4").then().statusCode(401);
        }
    }

    @Test
    void programs_may_prove_who_they_are_by_a_key_or_a_certificate() throws Exception {
        for (String token :
                List.of(keycloak.tokenByKey("office-key"), keycloak.tokenByCertificate("office-certificate"))) {
            record(token, OWN_ZONE, "K-" + UUID.randomUUID()).then().statusCode(201);
            record(token, FOREIGN, "K-5").then().statusCode(403);
        }
    }

    @Test
    void a_token_that_is_bound_to_a_key_is_no_bearer_token() throws Exception {
        record(keycloak.tokenBoundToKey("dpop-office"), OWN_ZONE, "K-6").then().statusCode(401);
    }

    @Test
    void after_a_change_of_keys_new_tokens_are_taken_and_old_ones_are_not() {
        String before = keycloak.tokenOf("office-0231");
        record(before, OWN_ZONE, "K-7").then().statusCode(201);
        keycloak.rotateKey();
        String after = keycloak.tokenOf("office-0231");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> record(after, OWN_ZONE, "K-8").then().statusCode(is(oneOf(200, 201))));
        record(before, OWN_ZONE, "K-9").then().statusCode(401);
    }

    @Test
    void people_sign_in_to_pages_do_what_their_role_may_and_sign_out() throws IOException {
        String home = "http://127.0.0.1:" + registry.uri("/").getPort();
        try (var visitor = new Visitor(home)) {
            Page page = visitor.open("/work?task=rename&zone=" + OWN_ZONE, Visitor.Look.ENGLISH);
            page.locator("#username").fill("registrar-js");
            page.locator("#password").fill("registrar-js-password");
            page.locator("#kc-login").click();
            page.waitForURL(url -> url.startsWith(home + "/work?task=rename"));
            assertThat(page.locator("nav").innerText())
                    .contains("Work", "Zones")
                    .doesNotContain("Audit", "Overview");
            assertThat(page.locator("select[name=task]").innerText())
                    .contains("Rename a zone")
                    .doesNotContain("Record a trade entry", "Publish a figure");
            assertThat(page.locator("#import").count()).isZero();

            page.getByLabel("Name in English").fill("Suzhou, renamed by hand");
            page.getByLabel("Effective on").fill("2020-01-01");
            page.locator("#preview").click();
            page.locator("#send:enabled").click();
            page.locator("#outcome:has-text('It is recorded')").waitFor();

            assertThatOnlyTheTokenCounts(page.context().cookies().stream()
                    .filter(cookie -> cookie.name.startsWith("q_session"))
                    .collect(Collectors.toMap(cookie -> cookie.name, cookie -> cookie.value)));

            page.getByText("Sign out").click();
            page.waitForURL(url -> url.startsWith(home + "/zones"));
            assertThat(page.locator("header").innerText()).contains("Sign in").doesNotContain("Sign out");
            assertThat(page.locator("main").innerText()).contains("Suzhou, renamed by hand");
        }
        given().auth()
                .oauth2(keycloak.tokenOfPerson("auditor-li"))
                .get("/v1/events?type=ZoneRenamed&limit=1000")
                .then()
                .statusCode(200)
                .body("actor", everyItem(startsWith(keycloak.issuer() + "#")));
    }

    /** A request with a token is that of the token, and never that of the session beside it. */
    private static void assertThatOnlyTheTokenCounts(Map<String, String> session) {
        String address = "/v1/statistics/trade?from=2012&to=2012&province=CN-JS";
        given().cookies(session).get(address).then().statusCode(200);
        String nobody = keycloak.tokenOfPerson("nobody");
        given().cookies(session).auth().oauth2(nobody).get(address).then().statusCode(403);
        for (String junk : List.of("junk", "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwOi8vbm9uZSIsInN1YiI6IngifQ.x")) {
            given().cookies(session).auth().oauth2(junk).get(address).then().statusCode(401);
        }
        String office = keycloak.tokenOf("office-0231");
        String entry = "K-" + UUID.randomUUID();
        given().cookies(session)
                .auth()
                .oauth2(office)
                .contentType(ContentType.JSON)
                .body("""
                        {"entryId": "%s", "period": "2012", "direction": "export",
                         "businessForm": "bonded-maintenance", "value": "12.00"}""".formatted(entry))
                .post("/v1/zones/" + OWN_ZONE + "/trade")
                .then()
                .statusCode(201);
        given().cookies(session)
                .header("Authorization", "Bearer " + office, "Bearer " + nobody)
                .get("/v1/trade/" + entry)
                .then()
                .statusCode(401);
    }

    @Test
    void a_session_sends_no_command_for_another_site() {
        given().cookie("q_session_sign-in", "nonsense")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/zones")
                .then()
                .statusCode(401);
    }

    @Test
    void a_revoked_token_is_refused_where_the_issuer_is_asked() throws IOException {
        try (var asking = launch("asking")
                .with(
                        "-Dregistry.access.introspect=" + keycloak.issuer(),
                        "-Dquarkus.oidc.client-id=zone-registry",
                        "-Dquarkus.oidc.credentials.secret=zone-registry-secret")
                .start()) {
            String token = keycloak.tokenOf("office-nationwide");
            String address = asking.uri("/v1/imports").toString();
            given().auth().oauth2(token).get(address).then().statusCode(200);
            keycloak.revoke("office-nationwide", token);
            given().auth().oauth2(token).get(address).then().statusCode(401);
            given().auth().oauth2(token).get("/v1/imports").then().statusCode(200);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void without_the_issuer_known_keys_go_on_and_nothing_opens() throws Exception {
        String token = keycloak.tokenOfPerson("auditor-li");
        given().auth().oauth2(token).get("/v1/trade").then().statusCode(200);
        try (var asking = launch("asking-in-vain")
                .with(
                        "-Dregistry.access.introspect=" + keycloak.issuer(),
                        "-Dquarkus.oidc.client-id=zone-registry",
                        "-Dquarkus.oidc.credentials.secret=zone-registry-secret")
                .start()) {
            keycloak.close();

            given().auth().oauth2(token).get("/v1/trade").then().statusCode(200);
            given().auth().oauth2(unknown(token)).get("/v1/trade").then().statusCode(is(oneOf(401, 503)));
            given().get("/v1/trade").then().statusCode(401);
            given().get("/v1/zones").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            given().auth().oauth2(token).get(asking.uri("/v1/trade")).then().statusCode(503);
        }
        try (var later = launch("later")
                .with(
                        "-Dregistry.access.client=console",
                        "-Dregistry.access.cookie-secret=" + UUID.randomUUID() + UUID.randomUUID())
                .start()) {
            given().auth().oauth2(token).get(later.uri("/v1/trade")).then().statusCode(503);
            given().get(later.uri("/v1/trade")).then().statusCode(401);
            given().get(later.uri("/v1/zones")).then().statusCode(200);
            given().get(later.uri("/q/health/ready")).then().statusCode(200);
            for (String address : List.of("/sign-in", "/work")) {
                given().accept("text/html")
                        .get(later.uri(address))
                        .then()
                        .statusCode(503)
                        .contentType("text/html;charset=UTF-8");
            }
            given().cookie("q_session_sign-in", "old")
                    .get(later.uri("/v1/zones"))
                    .then()
                    .statusCode(200);
            given().cookie("q_session_sign-in", "old")
                    .get(later.uri("/q/health/ready"))
                    .then()
                    .statusCode(200);
        }
    }

    /** The same claims with a key that the registry has never heard of. */
    private static String unknown(String token) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var forged = new JsonWebSignature();
        forged.setPayload(new String(Base64.getUrlDecoder().decode(token.split("[.]", -1)[1]), StandardCharsets.UTF_8));
        forged.setAlgorithmHeaderValue("ES256");
        forged.setKeyIdHeaderValue("unknown");
        forged.setKey(key.getPrivateKey());
        return forged.getCompactSerialization();
    }

    @Test
    void every_role_does_what_the_table_says() throws IOException {
        var all = new SoftAssertions();
        String nobody = keycloak.tokenOfPerson("nobody");
        Map<Role, String> tokens = new EnumMap<>(Map.of(
                Role.AUDITOR, keycloak.tokenOfPerson("auditor-li"),
                Role.REPORTER, keycloak.tokenOf("office-nationwide"),
                Role.REGISTRAR, keycloak.tokenOfPerson("registrar-wang"),
                Role.PUBLISHER, keycloak.tokenOfPerson("publisher-sun"),
                Role.OPERATOR, keycloak.tokenOf("monitoring")));
        for (DocumentedOperation operation : DocumentedOperation.all(nobody)) {
            tokens.forEach((role, token) -> all.assertThat(operation.isLetThrough(token))
                    .as(operation.id() + " as " + role)
                    .isEqualTo(operation.isGrantedTo(role) || operation.isAmongFigures()));
        }
        all.assertAll();
    }
}
