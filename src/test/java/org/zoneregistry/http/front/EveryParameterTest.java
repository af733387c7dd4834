package org.zoneregistry.http.front;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Text that PostgreSQL refuses, or that would affect readers of a log, is refused in every parameter. */
@QuarkusTest
class EveryParameterTest {

    /** A NUL, an escape code, a noncharacter, a bidirectional control, a C1 control, a surrogate, and invalid UTF-8. */
    private static final List<String> REFUSED =
            List.of("%00", "a%00b", "%1B%5B31m", "%EF%BF%BF", "%E2%80%AE", "%C2%85", "%ED%A0%80", "%FF", "%C0%80");

    private static final List<String> IN_HEADERS = List.of("\u00e9\u0080", "\"\u00ff", "\u00c0\u0080");

    private interface Check {
        void of(String method, String path, String name, String in) throws Exception;
    }

    private static void forEachParameter(Check check) throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/openapi").asString());
        for (var path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/test/")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                for (JsonNode parameter : operation.getValue().path("parameters")) {
                    check.of(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            parameter.path("name").asText(),
                            parameter.path("in").asText());
                }
            }
        }
    }

    private static String filled(String template) {
        return template.replaceAll("\\{[^}]+}", "1");
    }

    private static void assertRefused(String method, String target) throws Exception {
        var answer = Raw.send(method, target, "Content-Type: application/json", "Content-Length: 0");
        assertThat(answer.status()).as(method + " " + target).isIn(400, 404);
        assertThat(answer.isProblem()).as(method + " " + target + ": " + answer).isTrue();
        assertThat(answer.body()).doesNotContain("\u0000", "\u001b", "\u202e", "\\u0000", "\\u001B");
    }

    @Test
    void no_query_parameter_takes_what_is_no_text() throws Exception {
        forEachParameter((method, path, name, in) -> {
            if (in.equals("query")) {
                for (String value : REFUSED) {
                    assertRefused(method, filled(path) + "?" + name + "=" + value);
                }
            }
        });
    }

    @Test
    void no_segment_of_a_path_does() throws Exception {
        forEachParameter((method, path, name, in) -> {
            if (in.equals("path")) {
                for (String value : REFUSED) {
                    assertRefused(method, filled(path.replace("{" + name + "}", value)));
                }
            }
        });
    }

    @Test
    void no_header_ends_in_a_server_error() throws Exception {
        forEachParameter((method, path, name, in) -> {
            if (in.equals("header")) {
                for (String value : IN_HEADERS) {
                    var answer = Raw.send(method, filled(path), name + ": " + value, "Content-Length: 0");
                    assertThat(answer.status())
                            .as(method + " " + path + " " + name)
                            .isBetween(200, 499);
                }
            }
        });
    }
}
