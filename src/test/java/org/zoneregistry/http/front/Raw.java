package org.zoneregistry.http.front;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests that no client library would send. */
final class Raw {

    /**
     * The answer.
     *
     * @param head the status line and the header fields
     */
    record Answer(String head, String body) {

        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        boolean isProblem() {
            return header("Content-Type")
                            .filter("application/problem+json"::equals)
                            .isPresent()
                    && body.startsWith("{\"type\":\"/problems/");
        }
    }

    private Raw() {}

    static Answer send(String method, String target, String... headers) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more
                                    + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = all.indexOf("\r\n\r\n");
            return new Answer(all.substring(0, end), all.substring(end + 4));
        }
    }
}
