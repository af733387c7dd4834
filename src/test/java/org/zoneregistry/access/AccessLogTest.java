package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** Reads of the permissions in {@code registry.access.log} are written down, and no others. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class AccessLogTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");
    private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");
    private static final Logger REFUSALS = Logger.getLogger(AccessFilter.class.getName());

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line instanceof ExtLogRecord record ? MESSAGE.format(record) : line.getMessage());
        }

        @Override
        public void flush() {
            // each line is there at once
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        REFUSALS.addHandler(handler);
    }

    @AfterEach
    void end() {
        LOG.removeHandler(handler);
        REFUSALS.removeHandler(handler);
    }

    @Test
    void says_who_was_refused_what() {
        String registrar = ISSUER.token("wang", Map.of("roles", List.of("registrar"), "provinces", List.of("CN-SC")));
        Offices.establish(registrar, UniqueCodes.next(), "CN-JS").then().statusCode(403);
        given().get("/v1/trade").then().statusCode(401);
        Offices.by(registrar).get("/v1/trade").then().statusCode(403);
        await().until(() -> lines.size() >= 3);
        assertThat(lines)
                .contains(
                        "403 for " + ISSUER.url() + "#wang: POST /v1/zones",
                        "401 for nobody: GET /v1/trade",
                        "403 for " + ISSUER.url() + "#wang: GET /v1/trade");
    }

    @Test
    void says_who_read_what_with_which_token_and_how_it_ended() throws IOException {
        String token = ISSUER.token("li", Map.of("roles", List.of("auditor"), "jti", "token-1", "azp", "desk"));
        for (String address : List.of("/v1/zones", "/v1/trade?zone=none", "/v1/audit/export", "/v1/audit/checkpoint")) {
            given().auth().oauth2(token).get(address);
        }
        await().until(() -> lines.size() >= 2);

        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.path("actor").asText()).isEqualTo(ISSUER.url() + "#li");
        assertThat(first.path("role").asText()).isEqualTo("auditor");
        assertThat(first.path("client").asText()).isEqualTo("desk");
        assertThat(first.path("token").asText()).isEqualTo("token-1");
        assertThat(first.path("permission").asText()).isEqualTo("entries");
        assertThat(first.path("target").asText()).isEqualTo("/v1/trade?zone=none");
        assertThat(first.path("status").isInt()).isTrue();
        assertThat(lines.getLast()).contains("\"permission\":\"evidence\"").doesNotContain(token);
    }
}
