package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An open registry answers to no name that another site can have. */
@QuarkusTest
class LoopbackNamesTest {

    private static final String[] EVERYWHERE = {
        "/v1/zones", "/", "/nothing", "/q/health", "/q/metrics", "/openapi", "/problems"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {"rebound.example", "rebound.example:8080", "localhost.example", "127.0.0.1.example", "A.B."})
    void a_request_for_the_name_of_another_site_is_refused(String host) {
        for (String address : EVERYWHERE) {
            given().header("Host", host)
                    .get(address)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
        }
        given().header("Host", host)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "http://" + host)
                .contentType("application/json")
                .body("{}")
                .post("/v1/zones")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST.",
                "registry.localhost",
                "registry",
                "127.0.0.1:9",
                "[::1]:8080",
                "192.0.2.1"
            })
    void a_request_for_its_own_name_is_answered(String host) {
        given().header("Host", host).get("/v1/zones").then().statusCode(200);
    }

    @Test
    void no_name_is_nobodys_name() {
        assertThat(LoopbackNames.isSafe(null)).isTrue();
        assertThat(LoopbackNames.isSafe("::ffff:127.0.0.1")).isTrue();
        assertThat(LoopbackNames.isSafe("a.b:c.example")).isFalse();
    }
}
