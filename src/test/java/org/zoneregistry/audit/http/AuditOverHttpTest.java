package org.zoneregistry.audit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.audit.merkle.ConsistencyProof;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.testing.UniqueCodes;

/** Signatures and proofs of the running registry, verified by Sigstore's client if possible. */
@QuarkusTest
class AuditOverHttpTest {

    private long position;

    @BeforeEach
    void recordSomething() {
        String code = "audited-" + UniqueCodes.next();
        position = given().contentType("application/json")
                .body("{\"code\": \"" + code
                        + "\", \"name\": {\"en\": \"Audited\"}, \"type\": \"bonded-logistics-park\","
                        + " \"province\": \"CN-JS\", \"effectiveOn\": \"2010-01-01\"}")
                .post("/v1/zones")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("position");
    }

    @Test
    void a_foreign_verifier_accepts_an_inclusion_proof_and_no_altered_one() throws Exception {
        byte[] event = get("/v1/audit/events/" + position).asByteArray();
        JsonPath proof = json("/v1/audit/proofs/inclusion?position=" + position);
        RekorEntry.Checkpoint checkpoint = checkpointOf(proof.getLong("treeSize"));
        byte[] leaf = Hash.ofLeaf(event).toByteArray();
        List<byte[]> hashes = bytes(proof.getList("hashes", String.class));
        byte[] root = Base64.getDecoder().decode(checkpoint.getBase64Hash());

        assertThat(proof.getString("leafHash")).isEqualTo(HexFormat.of().formatHex(leaf));
        assertThat(proof.getString("rootHash")).isEqualTo(HexFormat.of().formatHex(root));
        assertThat(proof.getLong("leafIndex")).isEqualTo(position - 1);
        long size = proof.getLong("treeSize");
        InclusionProofVerifier.verify(leaf, position - 1, size, hashes, root);
        assertRefused(flipped(leaf), size, hashes, root);
        assertRefused(leaf, size, hashes, flipped(root));
        for (int i = 0; i < hashes.size(); i++) {
            List<byte[]> altered = new ArrayList<>(hashes);
            altered.set(i, flipped(hashes.get(i)));
            assertRefused(leaf, size, altered, root);
        }
    }

    private void assertRefused(byte[] leaf, long size, List<byte[]> hashes, byte[] root) {
        assertThatThrownBy(() -> InclusionProofVerifier.verify(leaf, position - 1, size, hashes, root))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    @Test
    void a_foreign_client_reads_the_checkpoint_and_its_signature_is_right() throws Exception {
        json("/v1/audit/proofs/inclusion?position=" + position);
        String note = get("/v1/audit/checkpoint").asString();
        RekorEntry.Checkpoint checkpoint = Checkpoints.from(note);
        String[] key = get("/v1/audit/key").asString().strip().split("\\+", 3);

        assertThat(checkpoint.getOrigin()).isEqualTo(key[0]).isEqualTo("zone-registry/reference");
        assertThat(checkpoint.getSize()).isGreaterThanOrEqualTo(position);
        var signature = checkpoint.getSignatures().getFirst();
        assertThat(signature.getIdentity()).isEqualTo(key[0]);
        assertThat(signature.getKeyHint()).isEqualTo(HexFormat.of().parseHex(key[1]));
        byte[] text = checkpoint.getSignedData().getBytes(StandardCharsets.UTF_8);
        assertThat(verifies(key[2], text, signature.getSignature())).isTrue();
        assertThat(verifies(key[2], flipped(text), signature.getSignature())).isFalse();
        assertThat(verifies(key[2], text, flipped(signature.getSignature()))).isFalse();
    }

    /** Verifies with Java's own Ed25519, without our code. */
    private static boolean verifies(String key, byte[] text, byte[] signed) throws GeneralSecurityException {
        byte[] typed = Base64.getDecoder().decode(key);
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(HexFormat.of().parseHex("302a300506032b6570032100"));
        encoded.write(typed, 1, typed.length - 1);
        Signature verification = Signature.getInstance("Ed25519");
        verification.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
        verification.update(text);
        return verification.verify(signed);
    }

    @Test
    void the_log_is_proved_to_have_grown_between_two_checkpoints() {
        json("/v1/audit/proofs/inclusion?position=" + position);
        long from = json("/v1/audit/checkpoints?limit=1").getLong("[0].treeSize");
        JsonPath proof = json("/v1/audit/proofs/consistency?from=" + from);

        var consistency = new ConsistencyProof(
                from,
                proof.getLong("to"),
                proof.getList("hashes", String.class).stream().map(Hash::parse).toList());
        assertThat(proof.getString("fromRoot"))
                .isEqualTo(json("/v1/audit/checkpoints?limit=1").getString("[0].rootHash"));
        assertThat(consistency.shows(Hash.parse(proof.getString("fromRoot")), Hash.parse(proof.getString("toRoot"))))
                .isTrue();
    }

    @Test
    void the_checkpoints_are_listed_from_either_end_and_up_to_a_size() {
        json("/v1/audit/proofs/inclusion?position=" + position);
        List<Long> sizes = json("/v1/audit/checkpoints?limit=1000").getList("treeSize", Long.class);
        long latest = json("/v1/audit/checkpoints?limit=1&order=latest-first").getLong("[0].treeSize");
        assertThat(latest).isGreaterThanOrEqualTo(sizes.getLast());
        assertThat(json("/v1/audit/checkpoints?limit=1000&order=oldest-first&upTo=" + (latest - 1))
                        .getList("treeSize", Long.class))
                .allMatch(size -> size < latest);
        String next = get("/v1/audit/checkpoints?limit=1&order=latest-first&upTo=" + sizes.getLast())
                .header("Link");
        if (sizes.size() > 1) {
            assertThat(json(next.substring(1, next.indexOf('>'))).getLong("[0].treeSize"))
                    .isLessThanOrEqualTo(sizes.get(sizes.size() - 2));
        }
        given().get("/v1/audit/checkpoints?order=random").then().statusCode(400);
    }

    @Test
    void a_proof_for_a_given_tree_is_the_same_for_ever() {
        String address = "/v1/audit/proofs/inclusion?position=" + position + "&treeSize=" + position;
        var first = get(address);
        assertThat(first.header("Cache-Control")).contains("immutable");
        assertThat(get(address).asString()).isEqualTo(first.asString());
        assertThat(get("/v1/audit/proofs/inclusion?position=" + position).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void a_tile_has_the_hashes_and_a_bundle_the_events() {
        json("/v1/audit/proofs/inclusion?position=" + position);
        long tile = (position - 1) / 256;
        int width = (int) ((position - 1) % 256) + 1;
        String path = "%03d".formatted(tile) + (width == 256 ? "" : ".p/" + width);
        byte[] event = get("/v1/audit/events/" + position).asByteArray();

        byte[] hashes = get("/v1/audit/tile/0/" + path).asByteArray();
        assertThat(hashes).hasSize(32 * width);
        assertThat(Hash.read(hashes, 32 * (width - 1))).isEqualTo(Hash.ofLeaf(event));
        byte[] bundle = get("/v1/audit/tile/entries/" + path).asByteArray();
        byte[] last = Arrays.copyOfRange(bundle, bundle.length - event.length, bundle.length);
        assertThat(last).isEqualTo(event);
        assertThat(bundle[bundle.length - event.length - 1]).isEqualTo((byte) event.length);
    }

    @Test
    void the_key_is_listed_and_the_checkpoints_are_paged() {
        json("/v1/audit/proofs/inclusion?position=" + position);
        assertThat(json("/v1/audit/keys").getList("verifierKey"))
                .contains(get("/v1/audit/key").asString().strip());
        recordSomething();
        json("/v1/audit/proofs/inclusion?position=" + position);
        var page = get("/v1/audit/checkpoints?limit=1");
        String next = page.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        assertThat(json(next).getLong("[0].treeSize"))
                .isGreaterThan(page.jsonPath().getLong("[0].treeSize"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/audit/proofs/inclusion, 400, validation",
        "/v1/audit/proofs/inclusion?position=0, 400, validation",
        "/v1/audit/proofs/inclusion?position=x, 400, validation",
        "/v1/audit/proofs/inclusion?position=999999999, 404, position-not-found",
        "/v1/audit/proofs/inclusion?position=999999999999999999999, 400, validation",
        "/v1/audit/proofs/inclusion?position=1&treeSize=999999999, 400, validation",
        "/v1/audit/proofs/inclusion?position=2&treeSize=1, 400, validation",
        "/v1/audit/proofs/inclusion?position=1&size=1, 400, validation",
        "/v1/audit/proofs/consistency?from=2&to=1, 400, validation",
        "/v1/audit/proofs/consistency?to=1, 400, validation",
        "/v1/audit/proofs/consistency?from=999999999, 400, validation",
        "/v1/audit/proofs/consistency?from=1&to=999999999, 400, validation",
        "/v1/audit/events/0, 400, validation",
        "/v1/audit/events/x, 400, validation",
        "/v1/audit/events/999999999, 404, position-not-found",
        "/v1/audit/tile/0/999, 404, tile-not-found",
        "/v1/audit/tile/63/000, 404, tile-not-found",
        "/v1/audit/tile/64/000, 400, validation",
        "/v1/audit/tile/0/1, 400, validation",
        "/v1/audit/tile/0/000.p/0, 400, validation",
        "/v1/audit/tile/0/000.p/256, 400, validation",
        "/v1/audit/tile/0/x999/x999/x999/x999/x999/999, 404, tile-not-found",
        "/v1/audit/tile/entries/x999/999, 404, tile-not-found",
        "/v1/audit/tile/entries/000.p/999, 400, validation",
        "/v1/audit/checkpoints?limit=0, 400, validation",
        "/v1/audit/checkpoints?cursor=-1, 400, validation",
        "/v1/audit/checkpoint?x=1, 400, validation",
    })
    void what_cannot_be_answered_is_a_problem(String address, int status, String code) {
        var answer = given().urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + code);
    }

    @Test
    void a_made_up_cursor_is_refused() {
        var answer = given().get("/v1/audit/checkpoints?cursor=1y2p0ij32e8e7");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].pointer")).isEqualTo("?cursor");
    }

    @Test
    void readiness_says_what_signs() {
        var health = given().get("/q/health/ready").jsonPath();
        assertThat(health.getString("checks.find { it.name == 'audit' }.status"))
                .isEqualTo("UP");
        assertThat(health.getString("checks.find { it.name == 'audit' }.data.signs"))
                .startsWith("zone-registry/reference+");
    }

    private static RekorEntry.Checkpoint checkpointOf(long size) throws Exception {
        List<String> notes = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> json("/v1/audit/checkpoints?limit=1000")
                                .getList("findAll { it.treeSize == " + size + " }.note", String.class),
                        found -> !found.isEmpty());
        return Checkpoints.from(notes.getFirst());
    }

    private static List<byte[]> bytes(List<String> hex) {
        return hex.stream().map(HexFormat.of()::parseHex).toList();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }

    private static Response get(String address) {
        return given().get(address).then().statusCode(200).extract().response();
    }

    private static JsonPath json(String address) {
        return get(address).jsonPath();
    }
}
