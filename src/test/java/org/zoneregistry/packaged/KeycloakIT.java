package org.zoneregistry.packaged;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.access.DocumentedOperation;
import org.zoneregistry.access.Role;

/** A registry whose callers sign in at a real issuer. */
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
        keycloak = Keycloak.start(directory.resolve("keycloak.log"));
        registry = Launch.embedded(directory)
                .with(
                        "-Dregistry.access.issuer=" + keycloak.issuer(),
                        "-Dregistry.access.public=figures",
                        "-Dregistry.access.everywhere-without-claims=true",
                        "-Dquarkus.http.host=127.0.0.1")
                .start();
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port = registry.uri("/").getPort();
        String registrar = keycloak.tokenOfPerson("registrar-wang");
        establish(registrar, OWN_ZONE, "CN-JS").then().statusCode(201);
        establish(registrar, FOREIGN, "CN-SC").then().statusCode(201);
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
