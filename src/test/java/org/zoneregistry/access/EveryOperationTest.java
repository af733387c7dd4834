package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every operation of the OpenAPI document, by everybody, against the table in {@link Permission}. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class EveryOperationTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");
    private static final String NO_ROLE = ISSUER.token("nobody", Map.of());

    private static List<DocumentedOperation> operations() throws IOException {
        return DocumentedOperation.all(NO_ROLE);
    }

    @Test
    void has_one_row_in_the_table() throws IOException {
        var named = Arrays.stream(Permission.values())
                .flatMap(permission -> permission.operations().stream())
                // The document describes neither itself, nor pages for people (PagesOfCallersTest), nor health and
                // metrics (OperatorRoutesTest).
                .filter(operation -> !List.of(
                                        "getOpenApi",
                                        "metrics",
                                        "healthDetails",
                                        "sendCommand",
                                        "sendFile",
                                        "beginVerification")
                                .contains(operation)
                        && !operation.startsWith("show"))
                .toList();
        assertThat(operations().stream().map(DocumentedOperation::id)).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void asks_for_a_token_unless_it_is_everybodys() throws IOException {
        var all = new SoftAssertions();
        for (DocumentedOperation operation : operations()) {
            var answer = operation.send(null, Map.of());
            all.assertThat(answer.statusCode() != 401).as(operation.id()).isEqualTo(operation.isForEverybody());
            if (!operation.isForEverybody()) {
                all.assertThat(answer.header("WWW-Authenticate"))
                        .as(operation.id())
                        .isEqualTo("Bearer");
                all.assertThat(answer.contentType()).as(operation.id()).startsWith("application/problem+json");
            }
        }
        all.assertAll();
    }

    @Test
    void lets_each_role_do_what_the_table_says() throws IOException {
        var all = new SoftAssertions();
        for (DocumentedOperation operation : operations()) {
            all.assertThat(operation.isLetThrough(NO_ROLE))
                    .as(operation.id() + " without a role")
                    .isEqualTo(operation.isForEverybody());
            for (Role role : Role.values()) {
                String token = ISSUER.token(
                        "somebody",
                        Map.of(
                                "roles", List.of(role.wireName(), "role-of-another-program"),
                                "zones", List.of("own-zone"),
                                "provinces", List.of("CN-JS")));
                all.assertThat(operation.isLetThrough(token))
                        .as(operation.id() + " as " + role)
                        .isEqualTo(operation.isPermittedTo(role));
            }
        }
        all.assertAll();
    }

    @Test
    void refuses_tokens_that_are_not_good() throws IOException {
        var all = new SoftAssertions();
        Map<String, String> bad = new BadTokens(ISSUER).all();
        for (DocumentedOperation operation : operations()) {
            bad.forEach((why, token) -> all.assertThat(
                            operation.send(token, Map.of()).statusCode())
                    .as(operation.id() + ": a token " + why)
                    .isEqualTo(401));
        }
        all.assertAll();
    }

    @Test
    void refuses_revoked_tokens_of_an_issuer_that_is_asked() throws IOException {
        var issuer = TestIssuer.of("second");
        String token = issuer.token("somebody", Map.of("roles", List.of("auditor")));
        var all = new SoftAssertions();
        List<DocumentedOperation> operations = operations();
        issuer.revoke(true);
        try {
            for (DocumentedOperation operation : operations) {
                all.assertThat(operation.send(token, Map.of()).statusCode())
                        .as(operation.id())
                        .isEqualTo(401);
            }
        } finally {
            issuer.revoke(false);
        }
        all.assertAll();
        given().auth().oauth2(token).get("/v1/zones").then().statusCode(200);
    }

    @Test
    void says_that_a_token_is_not_good() {
        given().auth()
                .oauth2("nonsense")
                .get("/v1/zones")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void takes_the_tokens_of_every_issuer_that_is_configured() {
        String token = TestIssuer.of("second").token("auditor", Map.of("roles", List.of("auditor")));
        given().auth().oauth2(token).get("/v1/zones").then().statusCode(200);
    }

    @Test
    void takes_a_new_key_of_the_issuer_and_no_old_one() {
        String before = ISSUER.token("auditor", Map.of("roles", List.of("auditor")));
        given().auth().oauth2(before).get("/v1/zones").then().statusCode(200);
        ISSUER.rotate();
        String after = ISSUER.token("auditor", Map.of("roles", List.of("auditor")));
        given().auth().oauth2(after).get("/v1/zones").then().statusCode(200);
        given().auth().oauth2(before).get("/v1/zones").then().statusCode(401);
    }

    @Test
    void takes_an_access_token_as_rfc_9068_has_it() {
        String token = ISSUER.token(
                "auditor",
                Map.of("roles", List.of("auditor")),
                claims -> claims.unsetClaim("typ"),
                jws -> jws.setHeader("typ", "at+jwt"));
        given().auth().oauth2(token).get("/v1/zones").then().statusCode(200);
    }

    @Test
    void takes_no_token_from_the_query() {
        String token = ISSUER.token("auditor", Map.of("roles", List.of("auditor")));
        given().queryParam("access_token", token).get("/v1/zones").then().statusCode(401);
    }

    @Test
    void tells_nobody_else_to_keep_what_needs_a_token() {
        String token = ISSUER.token("auditor", Map.of("roles", List.of("auditor")));
        given().auth()
                .oauth2(token)
                .get("/v1/territories")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"));
        given().get("/problems").then().statusCode(200).header("Cache-Control", containsString("public"));
    }
}
