package org.zoneregistry.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Runs with the default settings. */
@QuarkusTest
class KafkaSwitchedOffTest {

    @Inject
    KafkaWiring wiring;

    @Test
    void nothing_is_published_and_health_does_not_mention_it() {
        assertThat(wiring.publisher()).isEmpty();
        given().get("/q/health").then().body("checks.name", not(hasItem("kafka")));
    }
}
