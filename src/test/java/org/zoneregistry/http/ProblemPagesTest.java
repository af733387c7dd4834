package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.decision.ProblemType;

@QuarkusTest
@TestProfile(HttpProfile.class)
class ProblemPagesTest {

    @ParameterizedTest
    @EnumSource
    void every_type_has_a_page_at_its_address(ProblemType type) {
        given().get(type.uri())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString(type.code()))
                .body(containsString("<!doctype html>"));
        given().accept("application/json")
                .get(type.uri())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("code", equalTo(type.code()))
                .body("status", equalTo(type.status()))
                .body("title", equalTo(type.title()));
    }

    @Test
    void a_list_leads_to_all_of_them() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/problems/timeline-conflict"))
                .body(containsString("<p class=\"notice\">Open access: "));
        given().accept("application/json")
                .get("/problems")
                .then()
                .statusCode(200)
                .body("code", hasItem("validation"));
    }

    /** The OpenAPI document promises it. */
    @ParameterizedTest
    @ValueSource(strings = {"/problems/no-such-type", "/problems/validation?no-such-parameter=1"})
    void a_failure_is_a_problem_for_a_browser_too(String address) {
        var headers = given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(address)
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .contentType("application/problem+json")
                .extract()
                .headers();
        assertThat(headers.getValues("Content-Security-Policy")).hasSize(1);
    }
}
