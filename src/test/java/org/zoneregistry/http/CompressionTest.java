package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpProfile.class)
class CompressionTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A long answer. */
    private static final String LIST = "/problems";

    /** A long answer with a tag. */
    private static final String TAGGED = "/v1/territories";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI uri;

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri.resolve(path));
        return CLIENT.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, GZIP", "x-gzip", "deflate, gzip;q=0.5", "gzip;q=1.0, *;q=0"})
    void what_is_long_is_compressed_for_those_who_accept_it(String accepted) throws Exception {
        var plain = get(LIST, "Accept", "application/json");
        var packed = get(LIST, "Accept", "application/json", "Accept-Encoding", accepted);
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi?format=json", "/problems", "/v1/territories"})
    void documents_are_compressed_and_tagged_like_every_answer(String path) throws Exception {
        var packed = get(path, "Accept", "*/*", "Accept-Encoding", "gzip");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        assertThat(header(packed, "ETag")).endsWith("-gzip\"");
        var known = get(path, "Accept", "*/*", "If-None-Match", header(packed, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    /** What a method declares must make no difference. quarkus-rest has writers of its own for bytes and texts. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/zones", "/audit/verify"})
    void pages_are_compressed_like_every_answer(String path) throws Exception {
        var packed = get(path, "Accept", "*/*", "Accept-Encoding", "gzip");
        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(header(packed, "Content-Type")).startsWith("text/html");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0"})
    void nobody_else_gets_it(String accepted) throws Exception {
        var answer = get(LIST, "Accept", "application/json", "Accept-Encoding", accepted);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");
    }

    @Test
    void what_is_short_is_left_as_it_is() throws Exception {
        var answer = get("/test/things/a", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(answer, "ETag")).matches("\"2-[0-9a-f]{32}\"");
    }

    @Test
    void a_compressed_answer_has_a_strong_tag_of_its_own_that_can_be_used() throws Exception {
        var plain = header(get(TAGGED), "ETag");
        var packed = get(TAGGED, "Accept-Encoding", "gzip");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "ETag")).isEqualTo(plain.substring(0, plain.length() - 1) + "-gzip\"");
        var known = get(TAGGED, "Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(header(known, "ETag")).isEqualTo(header(packed, "ETag"));
        assertThat(header(get(TAGGED, "If-None-Match", plain), "ETag")).isEqualTo(plain);
        assertThat(get(TAGGED, "If-None-Match", header(packed, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void what_has_to_arrive_at_once_or_is_compressed_already_is_left_alone() throws Exception {
        var feed = CLIENT.send(
                HttpRequest.newBuilder(uri.resolve("/v1/events"))
                        .headers("Accept", "text/event-stream", "Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofInputStream());
        feed.body().close();
        assertThat(header(feed, "Content-Type")).isEqualTo("text/event-stream");
        assertThat(header(feed, "Content-Encoding")).isEmpty();
    }

    @Test
    void a_stream_is_compressed_too() throws Exception {
        var plain = get("/test/things/a/streamed");
        var packed = get("/test/things/a/streamed", "Accept-Encoding", "gzip");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/things/a/streamed",
                "/test/things?limit=1000&knownAt=2",
                "/test/things/a?knownAt=2",
                "/problems"
            })
    void head_has_the_tag_and_the_coding_of_get(String path) throws Exception {
        var got = get(path, "Accept-Encoding", "gzip");
        int streamed = ExampleResource.STREAMED.get();
        var head = CLIENT.send(
                HttpRequest.newBuilder(uri.resolve(path))
                        .header("Accept-Encoding", "gzip")
                        .HEAD()
                        .build(),
                BodyHandlers.discarding());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(header(got, "ETag"));
        assertThat(header(head, "Content-Encoding")).isEqualTo(header(got, "Content-Encoding"));
        assertThat(ExampleResource.STREAMED)
                .as("no body is made where nobody reads it")
                .hasValue(streamed);
    }

    @Test
    void a_command_that_is_compressed_is_refused_by_its_coding() throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(uri.resolve("/test/things"))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(header(answer, "Accept-Encoding")).isEqualTo("identity");
        assertThat(answer.body()).contains("/problems/unsupported-media-type");
    }
}
