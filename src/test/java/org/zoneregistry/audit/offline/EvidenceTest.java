package org.zoneregistry.audit.offline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.evidence.EvidenceFiles;
import org.zoneregistry.audit.evidence.Manifest;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.offline.ExportedLog.Run;
import org.zoneregistry.testing.CommandsMeanwhile;

/** Evidence about a zone: made by the running registry, and checked by the verifier. */
@QuarkusTest
@TestProfile(ShippedRegistry.class)
class EvidenceTest extends AtTheRegistry {

    private Run verifyBundle(byte[] bundle) throws IOException {
        Path file = Files.write(directory.resolve("evidence.zip"), bundle);
        return ExportedLog.run(List.of("--bundle", file.toString(), "--key", key()));
    }

    @Test
    void evidence_is_proved_and_its_answer_is_that_of_the_registry() throws IOException {
        byte[] bundle = evidence("?validAt=2022-12-31&knownAt=" + head);
        Run run = verifyBundle(bundle);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("PROVED", "This does not prove that the evidence has all events about the zone");

        Map<String, byte[]> files = unpacked(bundle);
        assertThat(files.get(EvidenceFiles.ANSWER))
                .isEqualTo(given().get("/v1/zones/" + zone + "?validAt=2022-12-31&knownAt=" + head)
                        .asByteArray());
        assertThat(new String(files.get(EvidenceFiles.COVER), StandardCharsets.UTF_8))
                .contains("ZoneEstablished", "What it does not prove", zone)
                .doesNotContain("<script");
    }

    @Test
    void evidence_is_proved_while_commands_go_on() throws IOException {
        try (var meanwhile = new CommandsMeanwhile()) {
            String busy = await().atMost(Duration.ofSeconds(30)).until(meanwhile::zone, Objects::nonNull);
            for (int i = 0; i < 5; i++) {
                Run run = verifyBundle(given().get("/v1/audit/evidence/zones/" + busy + "?validAt=2014-01-01")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
                assertThat(run.exit()).as(run.out() + run.err()).isZero();
            }
        }
    }

    @Test
    void the_cover_shows_texts_and_never_runs_them() throws IOException {
        String code = "evil-" + ProcessHandle.current().pid();
        long position = given().contentType("application/json")
                .body("""
                        {"code": "%s", "name": {"en": "<script>alert(1)</script> & <b>"}, "type": "bonded-zone",
                         "province": "CN-JS", "effectiveOn": "2010"}""".formatted(code))
                .post("/v1/zones")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("position");
        byte[] bundle = given().header("Registry-Min-Position", position)
                .get("/v1/audit/evidence/zones/" + code)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(unpacked(bundle).get(EvidenceFiles.COVER), StandardCharsets.UTF_8))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;", "2010-01-01 to 2010-12-31")
                .doesNotContain("<script", "<b>");
        assertThat(verifyBundle(bundle).exit()).isZero();
    }

    @Test
    void there_is_no_evidence_of_a_zone_that_was_not_there() {
        given().get("/v1/audit/evidence/zones/nowhere").then().statusCode(404);
        given().get("/v1/audit/evidence/zones/" + zone + "?validAt=1950-01-01")
                .then()
                .statusCode(404);
        given().get("/v1/audit/evidence/zones/" + zone + "?knownAt=999999999")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/known-at-in-the-future"));
    }

    @Test
    void a_file_of_a_bundle_that_was_changed_is_named() throws IOException {
        SequencedMap<String, byte[]> files = unpacked(evidence("?validAt=2022-12-31"));
        for (String name : files.keySet()) {
            var changed = new LinkedHashMap<>(files);
            byte[] content = files.get(name).clone();
            content[content.length / 2] ^= 1;
            changed.put(name, content);
            Run run = verifyBundle(packed(changed));
            assertThat(run.exit()).as(run.out()).isEqualTo(1);
            assertThat(run.out()).startsWith("NOT PROVED").contains("evidence.zip, " + name);
        }
    }

    @Test
    void a_signature_does_not_make_a_wrong_answer_right() throws IOException {
        SequencedMap<String, byte[]> files = unpacked(evidence("?validAt=2022-12-31"));
        String answer = new String(files.get(EvidenceFiles.ANSWER), StandardCharsets.UTF_8);
        files.put(EvidenceFiles.ANSWER, answer.replace("CN-JS", "CN-SC").getBytes(StandardCharsets.UTF_8));
        Run wrong = verifyBundle(packed(signed(files)));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).contains("answer.json: The answer does not follow from the events");

        files.put(EvidenceFiles.ANSWER, answer.getBytes(StandardCharsets.UTF_8));
        String events = new String(files.get(EvidenceFiles.EVENTS), StandardCharsets.UTF_8);
        files.put(EvidenceFiles.EVENTS, events.replaceFirst("CN-JS", "CN-SC").getBytes(StandardCharsets.UTF_8));
        Run forged = verifyBundle(packed(signed(files)));
        assertThat(forged.out()).contains("events.ndjson, line 1, position ", "does not show that it is in the log");
    }

    @Test
    void evidence_signed_by_a_stranger_proves_nothing() throws IOException {
        Path file = Files.write(directory.resolve("evidence.zip"), evidence("?validAt=2022-12-31"));
        Run run = ExportedLog.run(List.of(
                "--bundle",
                file.toString(),
                "--key",
                SignerKey.generate("zone-registry/reference").verifier().toString()));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("none of the keys that you trust");
    }

    @Test
    void a_hostile_bundle_is_refused_and_nothing_is_written() throws IOException {
        SequencedMap<String, byte[]> files = unpacked(evidence("?validAt=2022-12-31"));
        var climbing = new LinkedHashMap<>(files);
        climbing.put("../climbed.txt", new byte[1]);
        assertThat(verifyBundle(packed(climbing)).out()).contains("none of a bundle's: ../climbed.txt");
        assertThat(directory.resolve("../climbed.txt")).doesNotExist();
        var bomb = new LinkedHashMap<>(files);
        bomb.put(EvidenceFiles.EVENTS, new byte[BundleFiles.LARGEST + 1]);
        assertThat(verifyBundle(packed(bomb)).out()).contains("events.ndjson is larger than 64 MiB");
        var lacking = new LinkedHashMap<>(files);
        lacking.remove(EvidenceFiles.PROOFS);
        assertThat(verifyBundle(packed(lacking)).out()).contains("It has no proofs.json");
        assertThat(verifyBundle("no zip".getBytes(StandardCharsets.UTF_8)).out())
                .contains("It is no zip file");
        var nonsense = new LinkedHashMap<>(files);
        nonsense.put(EvidenceFiles.PROOFS, "{\"proofs\":[null]}".getBytes(StandardCharsets.UTF_8));
        assertThat(verifyBundle(packed(signed(nonsense))).out()).contains("proofs.json: It can't be read as proofs");
    }

    /** With a new manifest, as the owner of the key could make it. */
    private SequencedMap<String, byte[]> signed(SequencedMap<String, byte[]> files) {
        var signed = new LinkedHashMap<>(files);
        String text = SignedNote.parse(new String(files.get(EvidenceFiles.MANIFEST), StandardCharsets.UTF_8))
                .text();
        Manifest manifest = Manifest.parse(text);
        String anew = Manifest.of(manifest.zone(), manifest.validAt(), manifest.knownAt(), files)
                .text();
        signed.put(EvidenceFiles.MANIFEST, signer.sign(anew).toString().getBytes(StandardCharsets.UTF_8));
        return signed;
    }

    static SequencedMap<String, byte[]> unpacked(byte[] bundle) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
