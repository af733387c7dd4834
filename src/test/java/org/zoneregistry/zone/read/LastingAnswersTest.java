package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.follow.Positions;

/** An answer that never changes is kept, and sent again unchanged. */
@QuarkusTest
class LastingAnswersTest {

    private final Clerk clerk = new Clerk();

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    MeterRegistry meters;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Positions positions;

    private double again() {
        return meters.counter("registry.reads.given.again").count();
    }

    private String pastOf(String name) {
        String code = Clerk.newCode(name);
        clerk.establish(code);
        clerk.ask("/v1/zones/" + code).statusCode(200);
        return "/v1/zones/" + code + "?validAt=2022-12-31&knownAt=" + clerk.position();
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header ->
                        !List.of("Date", "content-length", "transfer-encoding").contains(header.getName()))
                .map(Header::toString)
                .sorted()
                .toList();
    }

    @Test
    void it_is_given_again_as_it_was() {
        String path = pastOf("kept");
        double before = again();
        Response first = given().get(path);
        assertThat(again()).isEqualTo(before);
        Response second = given().get(path);
        assertThat(again()).isEqualTo(before + 1);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString()).isNotEmpty();
        assertThat(headers(second)).isEqualTo(headers(first));
        Response head = given().head(path);
        assertThat(head.asString()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(first));
        Response known = given().header("If-None-Match", first.header("ETag")).get(path);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again()).isEqualTo(before + 3);
    }

    @Test
    void each_form_is_kept_for_itself() {
        pastOf("form");
        String path = "/v1/zones?q=form&validAt=2022-12-31&knownAt=" + clerk.position();
        for (int i = 0; i < 2; i++) {
            assertThat(given().accept("text/csv").get(path).contentType()).startsWith("text/csv");
            assertThat(given().accept("application/json").get(path).contentType())
                    .startsWith("application/json");
        }
        assertThat(given().accept("text/html").get(path).statusCode()).isEqualTo(406);
    }

    @Test
    void what_isnt_the_same_for_ever_is_not_kept() {
        String past = pastOf("latest");
        String undated = past.replace("validAt=2022-12-31&", "");
        String latest = past.replaceFirst("&knownAt=.*", "");
        double before = again();
        for (int i = 0; i < 2; i++) {
            given().get(undated).then().statusCode(200);
            given().get(latest).then().statusCode(200);
            given().header("Registry-Min-Position", "1").get(past).then().statusCode(200);
        }
        assertThat(again()).isEqualTo(before);
    }

    @Test
    void nothing_is_given_again_after_the_database_has_lost_something() {
        String path = pastOf("lost");
        given().get(path).then().statusCode(200);
        positions.beginEra();
        double before = again();
        given().get(path).then().statusCode(200);
        assertThat(again()).isEqualTo(before);
    }
}
