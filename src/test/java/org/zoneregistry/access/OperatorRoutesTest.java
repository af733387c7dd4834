package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Health and metrics, where callers have tokens. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class OperatorRoutesTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");

    private static String token(Role role) {
        return ISSUER.token("somebody", Map.of("roles", List.of(role.wireName())));
    }

    @Test
    void everybody_learns_whether_it_is_up_and_nothing_else() {
        for (String address : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started")) {
            given().get(address)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("status", equalTo("UP"))
                    .body("checks", empty());
            given().auth()
                    .oauth2(token(Role.AUDITOR))
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body("checks", empty());
        }
    }

    @Test
    void operators_see_the_checks() {
        given().auth()
                .oauth2(token(Role.OPERATOR))
                .get("/q/health")
                .then()
                .statusCode(200)
                .body("checks", not(empty()));
    }

    @Test
    void metrics_are_for_operators() {
        given().get("/q/metrics").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        for (Role role : Role.values()) {
            given().auth()
                    .oauth2(token(role))
                    .get("/q/metrics")
                    .then()
                    .statusCode(role == Role.OPERATOR ? 200 : 403)
                    .body(role == Role.OPERATOR ? containsString("# TYPE") : not(blankOrNullString()));
        }
        given().auth().oauth2("nonsense").get("/q/metrics").then().statusCode(401);
    }
}
