package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.zoneregistry.jobs.JobKind;
import org.zoneregistry.jobs.Jobs;

/** A stream of events ends with the token of its reader. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class StreamsOfTokensTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Jobs jobs;

    /** The answer, which ends only if the stream does. */
    private static String stream(String address) {
        long end = Instant.now().plusSeconds(3).getEpochSecond();
        String token = TestIssuer.of("first")
                .token(
                        "auditor-li",
                        Map.of("roles", List.of("auditor")),
                        claims -> claims.setExpirationTime(NumericDate.fromSeconds(end)),
                        jws -> {});
        return Offices.by(token)
                .accept("text/event-stream")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void progress_is_told_until_the_token_expires() {
        UUID id = UUID.randomUUID();
        var kind = new JobKind("test", Duration.ofMinutes(10), true, true);
        jobs.begin(new Jobs.Asked(id, kind, id.toString(), null, 100L, new JsonObject()))
                .await()
                .atMost(PATIENCE);
        try {
            assertThat(stream("/v1/jobs/" + id))
                    .contains("id: running", "\"state\":\"running\"")
                    .doesNotContain("id: ended");
        } finally {
            jobs.cancel(id).await().atMost(PATIENCE);
        }
    }

    @Test
    void the_live_feed_goes_on_until_the_token_expires() {
        String registrar = TestIssuer.of("first")
                .token("registrar", Map.of("roles", List.of("registrar"), "provinces", List.of("CN-JS")));
        String zone = Offices.zone(registrar, "CN-JS");
        assertThat(stream("/v1/events?zone=" + zone)).contains("ZoneEstablished");
    }
}
