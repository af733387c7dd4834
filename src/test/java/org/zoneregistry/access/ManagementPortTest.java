package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Health and metrics on a port of their own. */
@QuarkusTest
@TestProfile(GuardedProfile.class)
class ManagementPortTest {

    private static int port() {
        return ConfigProvider.getConfig().getValue("registry.management.port", Integer.class);
    }

    @Test
    void has_health_with_its_checks_and_metrics() {
        given().port(port()).get("/q/health/ready").then().statusCode(200).body("checks", not(empty()));
        given().port(port()).get("/q/metrics").then().statusCode(200).body(containsString("# TYPE"));
    }

    @Test
    void has_nothing_else() {
        given().port(port()).get("/v1/zones").then().statusCode(404);
        given().port(port()).get("/").then().statusCode(404);
    }

    @Test
    void leaves_nothing_at_the_port_of_the_api() {
        given().get("/q/health/ready").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        given().get("/v1/zones").then().statusCode(401);
    }
}
