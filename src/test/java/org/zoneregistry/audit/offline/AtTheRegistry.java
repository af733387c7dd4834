package org.zoneregistry.audit.offline;

import static io.restassured.RestAssured.given;
import static org.zoneregistry.testing.Waiting.await;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;

/** An auditor of a registry that is ready. The auditor knows the head of its log and a zone. */
abstract class AtTheRegistry {

    static final String EXPORT = "/v1/audit/export";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    CheckpointSigner signer;

    long head;
    String zone = "";

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        head = Long.parseLong(RestAssured.get(EXPORT + "?from=1").header("Registry-Position"));
        zone = given().header("Registry-Min-Position", head)
                .get("/v1/zones?validAt=2022-12-31&limit=1&type=comprehensive-bonded-zone&province=CN-JS")
                .jsonPath()
                .getString("zones[0].code");
    }

    String key() {
        return signer.verifier().orElseThrow().toString();
    }

    byte[] evidence(String question) {
        return given().get("/v1/audit/evidence/zones/" + zone + question)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
