package org.zoneregistry.zone.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.zone.write.ZoneRequests.established;
import static org.zoneregistry.zone.write.ZoneRequests.establishment;
import static org.zoneregistry.zone.write.ZoneRequests.json;
import static org.zoneregistry.zone.write.ZoneRequests.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.AtOnce;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.zone.event.FacilityKind;

/** Commands on zones that are sent again, and commands that arrive at the same moment. */
@QuarkusTest
class ZoneRacesTest {

    private static final int AT_ONCE = 8;

    @Test
    void the_same_request_under_the_same_key_is_carried_out_once() {
        String code = UniqueCodes.next();
        var first = json(establishment(code)).header("Idempotency-Key", code).post("/v1/zones");
        var second = json(establishment(code)).header("Idempotency-Key", code).post("/v1/zones");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Registry-Position")).isEqualTo(first.header("Registry-Position"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void requests_under_one_key_that_arrive_at_once_are_carried_out_once() throws InterruptedException {
        String code = UniqueCodes.next();
        var responses = AtOnce.run(
                AT_ONCE,
                () -> json(establishment(code)).header("Idempotency-Key", code).post("/v1/zones"));
        assertThat(responses).extracting(Response::statusCode).containsOnly(201);
        assertThat(responses)
                .extracting(Response::asString)
                .containsOnly(responses.getFirst().asString());
        assertThat(responses)
                .filteredOn(response -> response.header("Idempotency-Replayed") == null)
                .hasSize(1);
    }

    @Test
    void a_refusal_is_kept_under_its_key_even_when_it_would_be_accepted_by_now() {
        String code = UniqueCodes.next();
        String accept = "{\"effectiveOn\": \"2011-06-01\"}";
        var first = json(accept).header("Idempotency-Key", code).post("/v1/zones/{zone}/acceptance", code);
        assertThat(first.statusCode()).isEqualTo(404);
        json(establishment(code)).post("/v1/zones").then().statusCode(201);
        var second = json(accept).header("Idempotency-Key", code).post("/v1/zones/{zone}/acceptance", code);
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_belongs_to_one_request() {
        String code = UniqueCodes.next();
        json(establishment(code))
                .header("Idempotency-Key", code)
                .post("/v1/zones")
                .then()
                .statusCode(201);
        json(establishment(UniqueCodes.next()))
                .header("Idempotency-Key", code)
                .post("/v1/zones")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void of_those_who_race_for_one_code_one_gets_it() throws InterruptedException {
        String code = UniqueCodes.next();
        var racers = new AtomicInteger();
        var responses = AtOnce.run(
                AT_ONCE,
                () -> json(establishment(code).replace("Zone " + code, "Zone " + racers.incrementAndGet()))
                        .post("/v1/zones"));
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 201)
                .hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() != 201)
                .allSatisfy(
                        response -> assertThat(response.<String>path("type")).isEqualTo("/problems/zone-code-taken"));
    }

    @Test
    void those_who_race_with_the_same_get_the_same() throws InterruptedException {
        String code = UniqueCodes.next();
        var responses = AtOnce.run(AT_ONCE, () -> json(establishment(code)).post("/v1/zones"));
        assertThat(responses).extracting(Response::statusCode).containsOnly(201);
        assertThat(responses)
                .extracting(Response::asString)
                .containsOnly(responses.getFirst().asString());
    }

    @Test
    void racing_commands_on_one_zone_that_all_fit_all_succeed() throws InterruptedException {
        String zone = established();
        var responses = AtOnce.run(List.of(FacilityKind.values()).stream()
                .<Callable<Response>>map(
                        kind -> () -> json("{\"effectiveOn\": \"2013\", \"kind\": \"" + kind.wireName() + "\"}")
                                .post("/v1/zones/{zone}/facilities", zone))
                .toList());
        assertThat(responses).extracting(Response::statusCode).containsOnly(200);
    }

    @Test
    void of_two_integrations_that_race_for_one_zone_one_absorbs_it() throws InterruptedException {
        String wanted = established();
        var responses = AtOnce.run(IntStream.range(0, AT_ONCE)
                .<Callable<Response>>mapToObj(n -> {
                    String zone = established();
                    post(zone, "conversion", "{\"effectiveOn\": \"2012\"}", "ZoneConvertedToComprehensive");
                    return () -> json("{\"effectiveOn\": \"2015\", \"absorbs\": [\"" + wanted + "\"]}")
                            .post("/v1/zones/{zone}/integration", zone);
                })
                .toList());
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 200)
                .hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() != 200)
                .allSatisfy(response -> {
                    assertThat(response.statusCode()).isEqualTo(409);
                    assertThat(response.<String>path("zone")).isEqualTo(wanted);
                });
    }
}
