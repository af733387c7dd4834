package org.zoneregistry.audit.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.NotCoveredException;
import org.zoneregistry.audit.note.VerifierKey;
import org.zoneregistry.audit.tree.AuditTree;
import org.zoneregistry.audit.tree.Inclusion;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Instants;
import org.zoneregistry.http.ZipFile;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneEvents;

/** Makes bundles. */
@Singleton
final class Evidence {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ZoneEvents events;
    private final AuditTree tree;
    private final Checkpoints checkpoints;
    private final CheckpointSigner signer;
    private final Dataset dataset;
    private final ObjectMapper json;

    Evidence(
            ZoneEvents events,
            AuditTree tree,
            Checkpoints checkpoints,
            CheckpointSigner signer,
            Dataset dataset,
            ObjectMapper json) {
        this.events = events;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.dataset = dataset;
        this.json = json;
    }

    /** The bundle about a zone at a point in time. */
    Uni<byte[]> of(ZoneCode zone, PointInTime point, Zone answer) {
        long knownAt = point.knownAt().position();
        return CallerContext.returnTo(covering(knownAt)
                .chain(checkpoint -> events.upTo(knownAt, zone)
                        .chain(events -> proofs(events, checkpoint.size())
                                .chain(proofs -> bundle(zone, point, answer, checkpoint, events, proofs)))));
    }

    private Uni<IssuedCheckpoint> covering(long position) {
        return checkpoints
                .covering(position, LONGEST_WAIT)
                .onFailure(NotCoveredException.class)
                .transform(late -> notYet(position))
                .map(found -> found.orElseThrow(() -> signer.verifier().isEmpty() ? noKey() : notYet(position)));
    }

    private static ProblemException notYet(long position) {
        return Problem.of(
                        ProblemType.PROJECTION_BEHIND,
                        "No checkpoint covers position " + position + " yet. Try again in 1 s.")
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .exception();
    }

    private static ProblemException noKey() {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "This registry has no key to sign evidence with: see registry.audit.key in docs/operations.md.");
    }

    private Uni<List<Inclusion>> proofs(List<StoredEvent> events, long treeSize) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> tree.inclusion(event.position() - 1, treeSize))
                .collect()
                .asList();
    }

    private Uni<byte[]> bundle(
            ZoneCode zone,
            PointInTime point,
            Zone answer,
            IssuedCheckpoint checkpoint,
            List<StoredEvent> events,
            List<Inclusion> proofs) {
        return Uni.createFrom()
                .item(() -> cover(zone, point, answer, checkpoint, events))
                .runSubscriptionOn(CallerContext.workers()) // compression of many events takes long
                .chain(cover -> Cover.Templates.cover(cover).createUni())
                .map(cover -> {
                    var files = new LinkedHashMap<String, byte[]>();
                    files.put(EvidenceFiles.COVER, utf8(cover));
                    files.put(EvidenceFiles.ANSWER, written(answer));
                    files.put(EvidenceFiles.EVENTS, lines(events));
                    files.put(EvidenceFiles.PROOFS, written(file(checkpoint, proofs)));
                    files.put(EvidenceFiles.CHECKPOINT, utf8(checkpoint.note()));
                    files.put(EvidenceFiles.KEY, utf8(String.join("\n", keys(checkpoint)) + "\n"));
                    var manifest = Manifest.of(
                            zone.value(), point.validAt(), point.knownAt().position(), files);
                    files.put(
                            EvidenceFiles.MANIFEST,
                            utf8(signer.sign(manifest.text()).toString()));
                    var contents = new LinkedHashMap<String, ZipFile.Content>();
                    files.forEach((name, content) -> contents.put(name, ZipFile.Content.of(content)));
                    return ZipFile.of(contents);
                });
    }

    private Cover cover(
            ZoneCode zone, PointInTime point, Zone answer, IssuedCheckpoint checkpoint, List<StoredEvent> events) {
        String zh = answer.name().zh();
        return new Cover(
                zone.value(),
                answer.name().en() + (zh == null ? "" : " · " + zh),
                point.validAt().toString(),
                point.knownAt().position(),
                Instants.micros(point.knownAt().recordedAt()),
                dataset.notice().orElse(""),
                Cover.Member.of(json.valueToTree(answer)),
                events.stream().map(Cover.Event::of).toList(),
                checkpoint.note(),
                checkpoint.size(),
                keys(checkpoint));
    }

    /** The key of the checkpoint, and this node's key if that is a different one. */
    private List<String> keys(IssuedCheckpoint checkpoint) {
        return Stream.concat(Stream.of(checkpoint.key()), signer.verifier().stream())
                .map(VerifierKey::toString)
                .distinct()
                .toList();
    }

    private static ProofsFile file(IssuedCheckpoint checkpoint, List<Inclusion> proofs) {
        return new ProofsFile(
                checkpoint.size(),
                checkpoint.root().toString(),
                proofs.stream()
                        .map(inclusion -> ProofsFile.Proof.of(inclusion.proof(), inclusion.leaf()))
                        .toList());
    }

    private static byte[] lines(List<StoredEvent> events) {
        var lines = new ByteArrayOutputStream();
        for (StoredEvent event : events) {
            lines.writeBytes(event.bytes().toByteArray());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
