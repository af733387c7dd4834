package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A request that a page of another site makes a browser send changes nothing, for every operation. */
@QuarkusTest
class SameOriginTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SAFE = Set.of("get", "head", "options");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI uri;

    /** All operations that can change something, as "METHOD path". */
    private static List<String> changes() throws IOException {
        var operations = new TreeSet<String>();
        JsonNode document =
                JSON.readTree(given().accept("application/json").get("/openapi").asByteArray());
        for (var path : document.path("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (!SAFE.contains(method) && path.getKey().startsWith("/v1/")) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " "
                            + path.getKey().replaceAll("\\{[^}]*}", "x"));
                }
            });
        }
        assertThat(operations)
                .contains(
                        "POST /v1/projections/x/rebuild",
                        "DELETE /v1/projections/x/rebuilds/x",
                        "POST /v1/audit/verifications",
                        "POST /v1/imports",
                        "POST /v1/zones/x/facilities/x/decommissioning");
        return List.copyOf(operations);
    }

    private HttpResponse<String> send(String operation, String... headers) throws Exception {
        String[] parts = operation.split(" ", 2);
        var request = HttpRequest.newBuilder(uri.resolve(parts[1])).method(parts[0], BodyPublishers.noBody());
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        }
    }

    private static void assertIs(int status, String code, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode())
                .as(answer.request().uri() + ": " + answer.body())
                .isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("type").asText()).isEqualTo("/problems/" + code);
    }

    @Test
    void a_page_of_another_site_changes_nothing() throws Exception {
        for (String operation : changes()) {
            assertIs(403, "forbidden", send(operation, "Origin", "https://evil.example"));
        }
        for (String[] headers : new String[][] {
            {"Origin", "null"},
            {"Origin", "http://localhost:1"},
            {"Origin", "http://localhost.evil.example:" + uri.getPort()},
            {"Origin", "no uri"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            assertIs(403, "forbidden", send("POST /v1/audit/verifications", headers));
        }
    }

    @Test
    void what_browsers_send_without_asking_is_no_type_of_a_body() throws Exception {
        for (String operation : changes()) {
            for (String type : List.of(
                    "text/plain",
                    "Text/Plain; charset=utf-8",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x")) {
                assertIs(415, "unsupported-media-type", send(operation, "Content-Type", type));
            }
        }
    }

    @Test
    void own_pages_and_clients_without_an_origin_pass() throws Exception {
        String unknown = "POST /v1/projections/none/rebuild";
        assertIs(404, "projection-not-found", send(unknown));
        assertIs(404, "projection-not-found", send(unknown, "Content-Type", "application/json"));
        String own = "http://localhost:" + uri.getPort();
        assertIs(404, "projection-not-found", send(unknown, "Origin", own, "Sec-Fetch-Site", "same-origin"));
        assertIs(404, "projection-not-found", send(unknown, "Origin", own.replace("localhost", "LOCALHOST")));
        assertIs(404, "projection-not-found", send(unknown, "Sec-Fetch-Site", "none"));
    }

    @Test
    void a_page_of_another_site_can_link_to_what_is_public() throws Exception {
        var answer = send("GET /v1/territories", "Origin", "https://other.example", "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
