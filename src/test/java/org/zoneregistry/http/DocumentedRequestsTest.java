package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.offline.ShippedRegistry;

/** Sends the requests in README.md and docs/api.md, which must be answered. */
@QuarkusTest
@TestProfile(ShippedRegistry.class)
class DocumentedRequestsTest {

    private static final Pattern POST =
            Pattern.compile("(?ms)^POST (/v1/\\S+)\\n(?:[\\w-]+: [^\\n]*\\n)*\\n(\\{[^`]*})\\n```");
    private static final Pattern GET = Pattern.compile("(?m)^(?:GET |curl '?http://localhost:8080)(/v1/[^\\s']+)");

    /** The highest position in the documents. */
    private static final int HIGHEST = 500;

    @Test
    void every_one_of_them_is_answered() throws IOException {
        String text = Files.readString(Path.of("README.md")) + Files.readString(Path.of("docs/api.md"));
        List<String> unanswered = new ArrayList<>();
        List<MatchResult> commands = POST.matcher(text).results().toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
        for (MatchResult command : commands) {
            int status = post(command.group(1), command.group(2));
            if (status != 201) {
                unanswered.add(status + " POST " + command.group(1));
            }
        }
        assertThat(post("/v1/zones/new-harbour/trade", entry("NH/2022 №17"))).isEqualTo(201);
        fill();
        await().atMost(Duration.ofMinutes(1)).until(() -> signed() >= HIGHEST);

        String known = "knownAt=" + head(); // the position in the documents belongs to another log
        List<String> questions = GET.matcher(text)
                .results()
                .map(request -> request.group(1).replace("knownAt=412", known))
                .filter(address -> address.matches("[^{…]*") && !address.matches(".*[?&]\\w+(&.*)?"))
                .toList();
        assertThat(questions).hasSizeGreaterThan(20);
        for (String question : questions) {
            var answer = given().header("Registry-Min-Position", HIGHEST)
                    .urlEncodingEnabled(false)
                    .get(question);
            if (answer.statusCode() != 200) {
                unanswered.add(answer.statusCode() + " GET " + question + ": "
                        + answer.body().asString());
            }
        }
        assertThat(unanswered).isEmpty();
    }

    private static int post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).statusCode();
    }

    private static String entry(String id) {
        return """
                {"entryId": "%s", "period": "2022", "direction": "export", "businessForm": "bonded-maintenance",
                 "value": "5"}""".formatted(id);
    }

    /** Records entries up to the highest position. */
    private static void fill() {
        var file = new StringBuilder("entryId,zone,period,direction,businessForm,value\n");
        for (long i = head(); i < HIGHEST; i++) {
            file.append("documented-").append(i).append(",new-harbour,2022,export,bonded-maintenance,5\n");
        }
        given().contentType("text/csv;charset=UTF-8")
                .body(file.toString())
                .post("/v1/imports")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> head() >= HIGHEST);
    }

    private static long head() {
        return Long.parseLong(given().get("/v1/events?limit=1").header("Registry-Position"));
    }

    private static long signed() {
        return Long.parseLong(given().get("/v1/audit/checkpoint")
                .body()
                .asString()
                .lines()
                .toList()
                .get(1));
    }
}
