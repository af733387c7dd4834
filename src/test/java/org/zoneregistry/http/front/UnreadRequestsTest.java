package org.zoneregistry.http.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.http.HttpProfile;

/** Bytes that can't be read as a request are answered with a problem. */
@QuarkusTest
@TestProfile(HttpProfile.class)
class UnreadRequestsTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI uri;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /v1/zones?q=LONG HTTP/1.1~Host: a~~          | 414 | address-too-long
            GET /v1/zones HTTP/1.1~Host: a~X: LONG~~         | 431 | headers-too-large
            GET /v1/zones HTTP/1.1~~                         | 400 | unreadable-request
            GET /v1/zones HTTP/1.1~Host: a~Host: b~Connection: close~~       | 400 | unreadable-request
            GET /v1/zones HTTP/1.1~Host: a b~~               | 400 | unreadable-request
            GET /v1/zones HTTP/1.1~Host: a~X y: z~~          | 400 | unreadable-request
            GET /v1/zones HTTP/1.2~Host: a~~                 | 400 | unreadable-request
            GET /v1/zones HTTP/9.9~Host: a~~                 | 400 | unreadable-request
            GET /v1/zones HTTP/1.1~Host: [::1~~              | 400 | unreadable-request
            nonsense~~                                       | 400 | unreadable-request
            """)
    void it_is_answered_with_a_problem(String request, int status, String code) throws IOException {
        String answer;
        try (var socket = new Socket("localhost", uri.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(request.strip()
                            .replace("LONG", "x".repeat(30_000))
                            .replace("~", "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(answer)
                .matches("(?s)HTTP/[0-9][.][0-9] " + status + " .*")
                .containsIgnoringCase("\r\ncontent-type: application/problem+json\r\n")
                .containsIgnoringCase("\r\ndate: ")
                .contains("\"type\":\"/problems/" + code + "\"");
        assertThat(answer.split("\"type\"", -1)).as("one body").hasSize(2);
    }
}
