package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A proxy and the registry must agree about the end of a request. A request with an ambiguous end is refused, and its
 * connection closed: the bytes after it are never read as a request.
 */
@QuarkusTest
@TestProfile(HttpProfile.class)
class SmuggledRequestsTest {

    private static final String SMUGGLED = "GET /v1/smuggled HTTP/1.1\r\nHost: registry\r\n\r\n";
    private static final String LAST = "GET /v1/last HTTP/1.1\r\nHost: registry\r\nConnection: close\r\n\r\n";
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (?!100)([0-9]{3}) ");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI uri;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the last coding isn't chunked, or it is given twice
                "Transfer-Encoding: chunked, xchunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: deflate,chunked\r\n",
                "Transfer-Encoding: , chunked\r\n",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: x chunked\r\n",
                "Transfer-Encoding: chunked;q=1\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: chunked, gzip\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: \"chunked\"\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nX: y\r\nTransfer-Encoding: identity\r\n",
                // a header that is folded over lines
                "Transfer-Encoding: chunked\r\n , xchunked\r\n",
                "Transfer-Encoding: chunked,\r\n xchunked\r\n",
                "Transfer-Encoding:\r\n xchunked\r\n",
                // with a length too
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n",
                // white space and other characters in wrong places
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding\t: chunked\r\n",
                "Transfer-Encoding\u000b: chunked\r\n",
                "\u000bTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding: chunked\u0000\r\n",
                "X y: z\r\nTransfer-Encoding: chunked\r\n",
                "X\r\nTransfer-Encoding: chunked\r\n",
                // wrong line ends
                "Transfer-Encoding: chunked\n",
                "X: y\nTransfer-Encoding: chunked\r\n",
                "X: y\rTransfer-Encoding: chunked\r\n",
            })
    void a_coding_that_is_not_plainly_chunked(String headers) throws IOException {
        assertIsRefused("POST /v1/zones HTTP/1.1\r\nHost: registry\r\n" + headers + "\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 0\r\n",
                "Content-Length: 0\r\nContent-Length: 5\r\n",
                "Content-Length: 5, 0\r\n",
                "Content-Length: 0, 5\r\n",
                "Content-Length: +0\r\n",
                "Content-Length: -0\r\n",
                "Content-Length: 0x0\r\n",
                "Content-Length: 0 0\r\n",
                "Content-Length: 0.0\r\n",
                "Content-Length: \r\n",
                "Content-Length: ,0\r\n",
                "Content-Length: \u0660\r\n",
                "Content-Length: 18446744073709551616\r\n",
                "Content-Length: 0\r\n 5\r\n",
                "Content-Length:\r\n 0\r\n",
                "Content-Length : 0\r\n",
                "Content-Length: 0\nX: y\r\n",
                "Content-Length\u0000: 0\r\n",
            })
    void a_length_that_is_not_plainly_one(String headers) throws IOException {
        assertIsRefused("POST /v1/zones HTTP/1.1\r\nHost: registry\r\n" + headers + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0;a\n\r\n",
                "0\n\r\n",
                "0\r\r\n",
                "0\r\n\n",
                "0;a=\"\r\n\"\r\n\r\n",
                "0;a=\"\n\"\r\n\r\n",
                "0;a=\"b\rc\"\r\n\r\n",
                "0;a\r\r\n\r\n",
                "1;a\nx\r\n0\r\n\r\n",
                "1\r\nxy0\r\n\r\n",
                "1\r\nx\n0\r\n\r\n",
                "1\nx\r\n0\r\n\r\n",
                "0x0\r\n\r\n",
                "+0\r\n\r\n",
                "-0\r\n\r\n",
                "-1\r\n\r\n",
                "0 0\r\n\r\n",
                " 0\r\n\r\n",
                "\r\n0\r\n\r\n",
                ";a\r\n\r\n",
                "100000000\r\n\r\n",
                "10000000000000000\r\n\r\n",
                "0\r\nX : y\r\n\r\n",
                "0\r\nX: y\nZ: z\r\n\r\n",
            })
    void chunks_that_are_not_plainly_written(String body) throws IOException {
        assertIsRefused("POST /v1/zones HTTP/1.1\r\nHost: registry\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/zones HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/zones HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/zones HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\nContent-Length:"
                        + " 5\r\n\r\n0\r\n\r\n",
                "POST /v1/zones HTTP/0.9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /v1/aggregates\r\n\r\n",
                "GET /v1/aggregates HTTP/1.2\r\nHost: registry\r\n\r\n",
                "GET /v1/aggregates HTTP/2.0\r\nHost: registry\r\n\r\n",
                "GET /v1/aggregates HTTP/9.9\r\nHost: registry\r\n\r\n",
                "POST /v1/zones HTTP/1.2\r\nHost: registry\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /v1/aggregates HTTP/1.1\r\nHost: registry\r\nHost: another\r\n\r\n",
                "GET /v1/aggregates HTTP/1.1 HTTP/1.1\r\nHost: registry\r\n\r\n",
                "GET /v1/aggregates HTTP/1.1\nHost: registry\r\n\r\n",
                "GET /v1/aggregates HTTP/1.1\r\nHost: registry\n\r\n",
                "GET /v1/aggregates HTTP/1.1\r\nHost: registry\r\n\n",
                "GET /v1/aggregates HTTP/1.1\r\n Host: registry\r\n\r\n",
                "\u0001GET /v1/aggregates HTTP/1.1\r\nHost: registry\r\n\r\n",
                "\u0000GET /v1/aggregates HTTP/1.1\r\nHost: registry\r\n\r\n",
                "G\u0000ET /v1/zones HTTP/1.1\r\nHost: registry\r\n\r\n",
            })
    void a_request_that_is_not_plainly_one(String request) throws IOException {
        assertIsRefused(request);
    }

    /** RFC 9112 (5.2) allows this form. The server sees neither a coding nor a length, and so no body. */
    @Test
    void a_folded_line_is_a_part_of_the_header_before_it() throws IOException {
        String folded = "POST /v1/zones HTTP/1.1\r\nHost: registry\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        assertThat(answers(folded + SMUGGLED + LAST)).endsWith("400").doesNotContain("200", "404");
    }

    /** After these, the server reads another request, which the tests above would detect. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/nothing HTTP/1.1\r\nHost: registry\r\n\r\n",
                "POST /v1/nothing HTTP/1.1\r\nHost: registry\r\nContent-Length: 5\r\n\r\n12345",
                "POST /v1/nothing HTTP/1.1\r\nHost: registry\r\nTransfer-Encoding:"
                        + " chunked\r\n\r\n5;a=\"b\"\r\n12345\r\n0\r\nX: y\r\n\r\n",
                "POST /v1/nothing HTTP/1.1\r\nHost: registry\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n",
            })
    void a_request_that_ends_where_everybody_sees_it_is_followed_by_another(String request) throws IOException {
        assertThat(answers(request + SMUGGLED + LAST)).containsExactly("404", "404", "404");
    }

    /** RFC 9112, 9.6. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "keep-alive, close", "close, Upgrade", "x,close ,y"})
    void a_request_that_asks_for_it_is_the_last(String connection) throws IOException {
        String request = "GET /v1/nothing HTTP/1.1\r\nHost: registry\r\nConnection: " + connection + "\r\n\r\n";
        assertThat(answers(request + SMUGGLED + LAST)).containsExactly("404");
    }

    /** For any form of body, read or unread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/aggregates",
                "HEAD /v1/aggregates",
                "DELETE /v1/aggregates",
                "POST /v1/zones",
                "POST /nowhere",
                "GET /q/health/live",
            })
    void a_body_is_no_request(String start) throws IOException {
        String request = start + " HTTP/1.1\r\nHost: registry\r\nContent-Length: " + SMUGGLED.length() + "\r\n";
        assertThat(answers(request + "\r\n" + SMUGGLED + LAST)).hasSize(2);
        assertThat(answers(request + "Expect: 100-continue\r\n\r\n" + SMUGGLED + LAST))
                .hasSizeBetween(1, 2);
    }

    private void assertIsRefused(String request) throws IOException {
        assertThat(answers(request + SMUGGLED + LAST)).hasSizeLessThan(2).doesNotContain("200", "404", "500");
    }

    /** The status of each answer until the registry closes the connection. */
    private List<String> answers(String requests) throws IOException {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return ANSWER.matcher(everything(socket.getInputStream()))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    private static String everything(InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketException reset) {
            // also if it is closed because more was sent than read
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
