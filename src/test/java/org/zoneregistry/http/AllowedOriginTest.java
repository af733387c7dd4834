package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The operator lists other sites that may send commands in Quarkus's setting. */
@QuarkusTest
@TestProfile(HttpProfile.class)
class AllowedOriginTest {

    private static ValidatableResponse from(String origin) {
        return given().noContentType()
                .header("Origin", origin)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/v1/projections/none/rebuild")
                .then();
    }

    @Test
    void a_site_that_is_allowed_sends_commands_and_no_other_does() {
        from(HttpProfile.ALLOWED_ORIGIN).statusCode(404).body("type", equalTo("/problems/projection-not-found"));
        from("https://evil.example").statusCode(403);
    }
}
