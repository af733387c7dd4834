package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpProfile.class)
class ErrorsTest {

    private static final int MIB = 1_048_576;

    private static URI things(String path) {
        return URI.create("http://localhost:" + RestAssured.port + "/test/things" + path);
    }

    private static ValidatableResponse isProblem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status))
                .body("title", not(equalTo("")))
                .body("detail", not(equalTo("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/v1/nowhere",
                "/test",
                "/test/things/a/b/c/d",
                "/test/things/a/nothing",
                "/index.html",
                "/problems/none"
            })
    void an_address_without_a_resource_is_a_problem(String path) {
        isProblem(given().get(path).then(), 404, "not-found").body("instance", equalTo(path));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /test/things, 'GET, HEAD, OPTIONS, POST'",
        "DELETE, /test/things/a, 'GET, HEAD, OPTIONS'",
        "POST, /test/things/a, 'GET, HEAD, OPTIONS'",
        "GET, /test/things/a/name, 'OPTIONS, POST'",
        "POST, /test/things/a/timeline, 'GET, HEAD, OPTIONS'",
        "PATCH, /problems, 'GET, HEAD, OPTIONS'",
        "PROPFIND, /test/things, 'GET, HEAD, OPTIONS, POST'"
    })
    void a_wrong_method_is_told_the_right_ones(String method, String path, String allow) {
        isProblem(given().request(method, path).then(), 405, "method-not-allowed")
                .header("Allow", allow);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/json;charset=ISO-8859-1",
                "nonsense",
                "*/*",
                "application/problem+json"
            })
    void a_wrong_media_type_is_a_problem(String mediaType) throws Exception {
        var request = HttpRequest.newBuilder(things(""))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertIsProblem(send(request), 415, "unsupported-media-type");
    }

    @Test
    void so_is_none_at_all() throws Exception {
        var request = HttpRequest.newBuilder(things(""))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertIsProblem(send(request), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0", "text/html"})
    void a_representation_that_is_not_to_be_had_is_a_problem(String accept) {
        isProblem(given().accept(accept).get("/test/things").then(), 406, "not-acceptable");
    }

    @Test
    void a_body_of_a_mebibyte_is_read() throws Exception {
        assertIsProblem(send(json(new byte[MIB])), 400, "malformed-json");
        assertIsProblem(send(chunked(new byte[MIB])), 400, "malformed-json");
    }

    @Test
    void a_larger_body_is_not_however_it_is_framed() throws Exception {
        assertIsProblem(send(json(new byte[2 * MIB])), 413, "body-too-large");
        assertIsProblem(send(chunked(new byte[2 * MIB])), 413, "body-too-large");
        assertIsProblem(send(chunked(new byte[MIB + 1])), 413, "body-too-large");
    }

    @Test
    void a_stream_has_no_limit() throws Exception {
        var import_ = HttpRequest.newBuilder(things("/a/import"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MIB])))
                .build();
        assertThat(send(import_).body()).isEqualTo("{\"bytes\":" + 3 * MIB + "}");
    }

    @Test
    void a_client_that_asks_before_it_sends_is_told_to_go_on() throws Exception {
        var request = HttpRequest.newBuilder(things(""))
                .header("Content-Type", "application/json")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertIsProblem(send(request), 400, "validation");
    }

    @Test
    void a_bug_tells_nothing_of_the_inside() {
        isProblem(given().get("/test/things/a/bug").then(), 500, "server-error")
                .body("incident", matchesPattern("[0-9a-f-]{36}"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_parameter_that_can_not_be_converted_is_a_problem_of_the_request() {
        isProblem(given().get("/test/things/a/number?n=x").then(), 400, "validation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?&&", "?=", "?%", "?%zz", "?q=%", "?q=%ff%fe", "?q=%00", "?%00=1", "?limit=%d0"})
    void no_query_is_a_server_error(String query) throws Exception {
        var response = raw("GET /test/things" + query + " HTTP/1.1");
        assertThat(response).doesNotStartWith("HTTP/1.1 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/things/%",
                "/test/things/%zz",
                "/test/things/%00",
                "/test/things/%ff",
                "/test/things/%2f",
                "//",
                "/test/things/;a=b",
                "/test/things/..%2f.."
            })
    void no_path_is_a_server_error(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1")).doesNotStartWith("HTTP/1.1 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If-None-Match: \"",
                "Accept: ;;;,/",
                "Accept-Datetime: x",
                "Registry-Min-Position: 99999999999999999999",
                "Accept: a/b;q=x",
                "Content-Length: 0",
                "Accept-Language: ???"
            })
    void no_header_is_a_server_error(String header) throws Exception {
        assertThat(raw("GET /test/things HTTP/1.1\r\n" + header)).doesNotStartWith("HTTP/1.1 5");
    }

    private static void assertIsProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("\"type\":\"/problems/" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpRequest json(byte[] body) {
        return HttpRequest.newBuilder(things(""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static HttpRequest chunked(byte[] body) {
        return HttpRequest.newBuilder(things(""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
    }

    /** Sends a request that no client library would send. */
    private static String raw(String head) throws Exception {
        try (var socket = new java.net.Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write((head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
