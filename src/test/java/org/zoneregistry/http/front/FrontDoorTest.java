package org.zoneregistry.http.front;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One spelling of an address, and bounded labels, for every request. */
@QuarkusTest
class FrontDoorTest {

    private static final Set<String> PAGES = Set.of(
            "/",
            "/zones",
            "/zones/{code}",
            "/compare",
            "/briefing",
            "/audit",
            "/audit/events/{position}",
            "/audit/verify",
            "/work",
            "/sign-in",
            "/sign-out");

    private static final Pattern URI_LABEL =
            Pattern.compile("http_server_requests_seconds_count\\{[^}]*uri=\"([^\"]*)\"");
    private static final Pattern METHOD_LABEL =
            Pattern.compile("http_server_requests_seconds_count\\{[^}]*method=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/zones/%2e%2e/%2e%2e/q/metrics",
                "/v1/zones/../../q/metrics",
                "/%76%31/zones",
                "//v1//zones",
                "/v1/zones/",
                "/v1/./zones",
                "/v1/zones;x=1",
                "/v1;x/zones",
                "/v1\\zones",
                "/v1/zones/%",
                "/v1/zones/%zz",
                "/v1/zones/%00",
                "/v1/zones/%C0%AE%C0%AE",
                "http://localhost/v1/zones",
                "/q/../v1/zones",
                "/q//metrics",
                "/q/metrics/",
                "/q/metric%73",
                "/q;x/metrics",
                "/q/health/%72eady",
                "/openapi/",
                "/%6Fpenapi",
                "/openapi;x",
                "/problems/",
                "/problem%73",
                "/problems//validation",
                "/problems/validatio%6E",
                "*",
                "zones"
            })
    void another_spelling_is_nothing(String target) throws Exception {
        for (var method : List.of("GET", "OPTIONS", "POST")) {
            var answer = Raw.send(method, target);
            assertThat(answer.status()).as(method + " " + target).isIn(400, 404);
            assertThat(answer.isProblem()).as(answer.toString()).isTrue();
        }
        assertThat(Raw.send("HEAD", target).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/zones", "/q/metrics", "/q/health/ready", "/openapi", "/problems", "/problems/validation"})
    void the_one_spelling_is_something(String target) throws Exception {
        assertThat(Raw.send("GET", target).status()).isEqualTo(200);
        var head = Raw.send("HEAD", target);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void what_a_segment_needs_to_encode_stays_possible() throws Exception {
        var entry = "NH/2022 №17%;é " + UUID.randomUUID();
        var zone = "front-door-" + UUID.randomUUID().toString().substring(0, 8);
        given().contentType("application/json")
                .body("""
                        {"code": "%s", "name": {"en": "A zone"}, "type": "bonded-zone", "province": "CN-JS", \
                        "effectiveOn": "2010-07-01"}
                        """.formatted(zone))
                .post("/v1/zones")
                .then()
                .statusCode(201);
        var created = given().contentType("application/json")
                .body("""
                        {"entryId": "%s", "period": "2022-12", "direction": "export", \
                        "businessForm": "bonded-processing", "value": "5.00"}
                        """.formatted(entry))
                .post("/v1/zones/" + zone + "/trade");
        created.then().statusCode(201);
        var location = created.getHeader("Location").replaceFirst("^https?://[^/]+", "");
        var answer = Raw.send("GET", location, "Registry-Min-Position: " + created.getHeader("Registry-Position"));
        assertThat(answer.status()).as(location).isEqualTo(200);
        assertThat(answer.body()).contains("\"entryId\":\"" + entry + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=%", "?q=%zz", "?q=%ff", "?q=%C0%80", "?q=\"", "?q=a|b", "?%zz=1", "?q=\u00e5"})
    void a_query_that_is_no_text_is_a_problem(String query) throws Exception {
        var answer = Raw.send("GET", "/v1/zones" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/zones, 'GET, HEAD, OPTIONS, POST'",
        "/v1/zones/any/name, 'OPTIONS, POST'",
        "/v1/zones/any/history, 'GET, HEAD, OPTIONS'",
        "/q/metrics, 'GET, HEAD, OPTIONS'",
        "/openapi, 'GET, HEAD, OPTIONS'"
    })
    void options_tells_the_methods(String path, String allowed) throws Exception {
        var answer = Raw.send("OPTIONS", path, "Accept: nothing/there-is");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).hasValue(allowed);
        assertThat(answer.header("Content-Length").orElse("0")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audit/nothing", "/v1/nothing", "/v1/zones/a/b/c"})
    void options_of_nothing_is_nothing(String path) throws Exception {
        assertThat(Raw.send("OPTIONS", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/openapi"})
    void what_is_no_resource_is_only_read(String path) throws Exception {
        for (var method : List.of("POST", "PUT", "DELETE", "TRACE", "PROPFIND")) {
            var answer = Raw.send(method, path);
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).hasValue("GET, HEAD, OPTIONS");
            assertThat(answer.isProblem()).isTrue();
        }
    }

    @Test
    void nobody_can_use_up_the_labels_of_metrics() throws Exception {
        var methods = List.of("GET", "OPTIONS", "HEAD", "DELETE", "PUT", "PATCH", "MADEUP");
        for (var i = 0; i < 2_000; i++) {
            var junk = Long.toString(i, 36);
            var method = methods.get(i % methods.size());
            var path = switch (i % 8) {
                case 0 -> "/junk/" + junk;
                case 1 -> "/v1/zones/" + junk + "/name";
                case 2 -> "/v1//" + junk;
                case 3 -> "/q/" + junk;
                case 4 -> "/v1/trade/" + junk;
                case 5 -> "/problems/" + junk;
                case 6 -> "/v1/zones/" + junk;
                default -> "/v1/events/" + junk;
            };
            Raw.send("MADEUP".equals(method) ? "M" + i : method, path);
        }
        given().get("/v1/territories").then().statusCode(200);
        given().get("/v1/projections").then().statusCode(200);
        given().get("/v1/zones/none/timeline").then().statusCode(404);
        var metrics = given().accept("text/plain").get("/q/metrics").asString();
        var known =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
        var labels = URI_LABEL
                .matcher(metrics)
                .results()
                .map(match -> match.group(1).replaceAll(": [^}]*}", "}")) // without patterns
                .distinct()
                .toList();
        assertThat(labels).contains("/v1/territories", "/v1/projections", "/v1/zones/{code}/timeline", "UNKNOWN");
        assertThat(labels)
                .allSatisfy(label -> assertThat(known.containsKey(label)
                                || List.of("UNKNOWN", "NOT_FOUND", "root").contains(label)
                                || label.startsWith("/q/")
                                || label.equals("/openapi")
                                || PAGES.contains(label)
                                || label.startsWith("/test/"))
                        .as(label)
                        .isTrue());
        assertThat(METHOD_LABEL
                        .matcher(metrics)
                        .results()
                        .map(match -> match.group(1))
                        .distinct())
                .isSubsetOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "UNKNOWN")
                .contains("UNKNOWN");
    }
}
