package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests about zones, each of which must succeed. */
final class Zones {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Zones() {}

    /** A new code. */
    static String newCode() {
        return "zone-" + NUMBER.incrementAndGet();
    }

    /** Establishes the zone; its code is the idempotency key. */
    static HttpResponse<String> establish(PackagedRegistry node, String code) throws IOException {
        return succeeded(node.post("/v1/zones", code, establishment(code)), 201);
    }

    static String establishment(String code) {
        return """
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                "effectiveOn": "2010"}""".formatted(code);
    }

    /** Renames it from a year on. */
    static HttpResponse<String> rename(PackagedRegistry node, String code, String name, int year) throws IOException {
        String body = "{\"name\": {\"en\": \"%s\"}, \"effectiveOn\": \"%d\"}".formatted(name, year);
        return succeeded(node.post("/v1/zones/" + code + "/name", code + " " + name, body), 200);
    }

    /** The body at an address, at the position or a later one. */
    static String read(PackagedRegistry node, String path, String atLeast) throws IOException {
        return succeeded(node.get(path, "Registry-Min-Position", atLeast), 200).body();
    }

    static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue("Registry-Position").orElseThrow();
    }

    private static HttpResponse<String> succeeded(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
