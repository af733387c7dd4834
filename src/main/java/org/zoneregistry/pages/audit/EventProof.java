package org.zoneregistry.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * An event with its proof.
 *
 * @param text the bytes that were hashed
 * @param rungs from the leaf to the root
 */
@TemplateData
public record EventProof(
        long position,
        String type,
        String recorded,
        String who,
        String why,
        List<String> tags,
        String text,
        String leaf,
        List<Rung> rungs,
        String root,
        long size,
        String bytesQuery,
        String proofQuery) {

    /** A hash on the path to the root. */
    @TemplateData
    public record Rung(int step, boolean isLeft, String hash) {}

    static EventProof of(Visit visit, long position, JsonNode event, String text, JsonNode proof) {
        JsonNode metadata = event.path("metadata");
        return new EventProof(
                position,
                Vocabulary.of(event.path("type").asText(), visit.language()),
                visit.moment(Instant.parse(event.path("recordedAt").asText())),
                metadata.path("actor").asText() + " (" + metadata.path("role").asText() + ")",
                event.path("data").path("reason").asText(metadata.path("source").asText()),
                StreamSupport.stream(event.path("tags").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                text,
                proof.path("leafHash").asText(),
                rungs(proof),
                proof.path("rootHash").asText(),
                proof.path("treeSize").asLong(),
                "/v1/audit/events/" + position,
                "/v1/audit/proofs/inclusion?position=" + position + "&treeSize="
                        + proof.path("treeSize").asText());
    }

    /**
     * The hashes of the proof, with the side on which each is joined. The side follows from the index of the leaf (RFC
     * 9162, 2.1.3.2).
     */
    private static List<Rung> rungs(JsonNode proof) {
        long node = proof.path("leafIndex").asLong();
        long last = proof.path("treeSize").asLong() - 1;
        var rungs = new ArrayList<Rung>();
        for (JsonNode hash : proof.path("hashes")) {
            boolean isLeft = node % 2 == 1 || node == last;
            if (isLeft && node % 2 == 0) {
                int alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            }
            rungs.add(new Rung(rungs.size() + 1, isLeft, hash.asText()));
            node >>= 1;
            last >>= 1;
        }
        return rungs;
    }
}
