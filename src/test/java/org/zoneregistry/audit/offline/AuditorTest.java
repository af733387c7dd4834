package org.zoneregistry.audit.offline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.audit.evidence.EvidenceFiles;
import org.zoneregistry.audit.offline.ExportedLog.Run;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredBytes;

/** An auditor exports a registry with the reference data, and verifies the export. */
@QuarkusTest
@TestProfile(ShippedRegistry.class)
class AuditorTest extends AtTheRegistry {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EventLog log;

    @Test
    void each_line_of_the_export_is_an_event_to_the_byte() throws Exception {
        byte[] exported = given().get(EXPORT + "?to=" + head)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .header("Registry-Position", Long.toString(head))
                .header("Transfer-Encoding", "chunked")
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
        var expected = new ByteArrayOutputStream();
        for (StoredBytes event :
                log.readBytes(0, head, Integer.MAX_VALUE).toCompletableFuture().join()) {
            expected.writeBytes(event.toByteArray());
            expected.write('\n');
        }
        assertThat(exported).isEqualTo(expected.toByteArray());
        assertThat(given().get(EXPORT + "?from=3&to=4").asString().lines().toList())
                .isEqualTo(new String(exported, StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .subList(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0", "to=0", "from=x", "from=999999999", "to=999999999", "from=3&to=2"})
    void an_export_that_can_not_be_is_refused_with_the_reason(String question) {
        given().get(EXPORT + "?" + question)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations[0].detail", containsString("must"));
    }

    @Test
    void the_verifier_agrees_with_the_registry_about_zones_at_pairs_of_times() throws IOException {
        Path export = Files.write(
                directory.resolve("export.ndjson"), given().get(EXPORT).asByteArray());
        Path checkpoint = Files.write(
                directory.resolve("checkpoint.txt"),
                EvidenceTest.unpacked(evidence("?knownAt=" + head)).get(EvidenceFiles.CHECKPOINT));
        int answered = 0;
        for (String code : List.of("beijing-tianzhu", "suzhou-industrial-park", "tianjin-dongjiang", zone)) {
            long established =
                    given().get("/v1/zones/" + code + "/history").jsonPath().getLong("events[0].position");
            for (String validAt : List.of("1995-01-01", "2012-06-30", "2022-12-31")) {
                for (long knownAt : List.of(established - 1, established, head)) {
                    var answer = given().get("/v1/zones/" + code + "?validAt=" + validAt + "&knownAt=" + knownAt);
                    Run run = ExportedLog.run(List.of(
                            "--log",
                            export.toString(),
                            "--checkpoint",
                            checkpoint.toString(),
                            "--key",
                            key(),
                            "--zone",
                            code,
                            "--valid-at",
                            validAt,
                            "--known-at",
                            Long.toString(knownAt),
                            "--json"));
                    assertThat(run.exit()).as(run.out() + run.err()).isZero();
                    JsonNode folded = JSON.readTree(run.out()).at("/answer/zone");
                    if (answer.statusCode() == 404) {
                        assertThat(folded.isMissingNode()).as(run.out()).isTrue();
                    } else {
                        assertThat(folded).isEqualTo(JSON.readTree(answer.asByteArray()));
                        answered++;
                    }
                }
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(8);
        Run all = ExportedLog.run(List.of(
                "--log",
                export.toString(),
                "--checkpoint",
                checkpoint.toString(),
                "--key",
                key(),
                "--registry",
                "--valid-at",
                "2023-03-20",
                "--known-at",
                Long.toString(head)));
        int zones = given().get("/v1/statistics/composition?validAt=2023-03-20&knownAt=" + head)
                .jsonPath()
                .getInt("zones");
        assertThat(all.out()).contains("156 comprehensive-bonded-zone", zones + " live zones in all");
    }
}
