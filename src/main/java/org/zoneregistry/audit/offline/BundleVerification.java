package org.zoneregistry.audit.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.audit.evidence.EvidenceFiles;
import org.zoneregistry.audit.evidence.Manifest;
import org.zoneregistry.audit.evidence.ProofsFile;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.log.UnreadableEventException;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Zone;

/**
 * Checks evidence about a zone: its signatures, that its events are in the log, and that its answer follows from them.
 */
final class BundleVerification {

    private static final String LIMITS =
            "This does not prove that the evidence has all events about the zone. The export of the"
                    + " whole log proves it: verify --log … --zone … --valid-at … --known-at ….";
    private static final String FETCH_AGAIN =
            "Fetch the evidence again. If that fails too, keep this file, and ask the registry's owner.";

    private final BundleFiles bundle;
    private final TrustedKeys trusted;

    private BundleVerification(BundleFiles bundle, TrustedKeys trusted) {
        this.bundle = bundle;
        this.trusted = trusted;
    }

    static Report verify(Path file, TrustedKeys trusted) throws IOException {
        try {
            return new BundleVerification(BundleFiles.read(file), trusted).verify();
        } catch (NotProvedException broken) {
            return Report.notProved(broken.failure());
        }
    }

    private Report verify() throws IOException, NotProvedException {
        var checkpoint =
                trusted.checkpoint(bundle.where(EvidenceFiles.CHECKPOINT), bundle.text(EvidenceFiles.CHECKPOINT));
        Manifest manifest = manifest();
        key(checkpoint);
        if (manifest.knownAt() > checkpoint.checkpoint().size()) {
            throw broken(
                    EvidenceFiles.CHECKPOINT,
                    "It covers " + checkpoint.checkpoint().size() + " events; the answer was known at position "
                            + manifest.knownAt() + ".");
        }
        var zone = new ZoneCode(manifest.zone());
        var fold = new ZoneFold(zone::equals, new KnownAt.Position(manifest.knownAt()));
        long events = events(checkpoint, manifest, fold);
        Zone answer = answer(manifest, zone, fold);
        return new Report(
                true,
                Report.Committed.of(checkpoint),
                events,
                0,
                List.of(),
                new Report.Answer(manifest.validAt(), manifest.knownAt(), answer, null, null),
                LIMITS,
                List.of());
    }

    /** The manifest, if it is signed and its hashes match the files. */
    private Manifest manifest() throws NotProvedException {
        Manifest manifest;
        try {
            SignedNote note = SignedNote.parse(bundle.text(EvidenceFiles.MANIFEST));
            trusted.signer(bundle.where(EvidenceFiles.MANIFEST), note);
            manifest = Manifest.parse(note.text());
            var _ = new ZoneCode(manifest.zone());
        } catch (IllegalArgumentException malformed) {
            throw broken(EvidenceFiles.MANIFEST, "It is no signed manifest: it " + malformed.getMessage() + ".");
        }
        if (!List.copyOf(manifest.sha256().keySet()).equals(EvidenceFiles.HASHED)) {
            throw broken(EvidenceFiles.MANIFEST, "It lists other files than a bundle has.");
        }
        for (var file : manifest.sha256().entrySet()) {
            if (!Manifest.sha256(bundle.bytes(file.getKey())).equals(file.getValue())) {
                throw broken(file.getKey(), "Its hash is not the one in the signed manifest.");
            }
        }
        return manifest;
    }

    /** The key in the bundle proves nothing, but it must be the trusted key. */
    private void key(TrustedKeys.Signed checkpoint) throws NotProvedException {
        if (!bundle.text(EvidenceFiles.KEY).startsWith(checkpoint.signedBy() + "+")) {
            throw broken(EvidenceFiles.KEY, "It is not the key that the checkpoint is signed with.");
        }
    }

    private long events(TrustedKeys.Signed checkpoint, Manifest manifest, ZoneFold fold)
            throws IOException, NotProvedException {
        List<ProofsFile.Proof> proofs = proofs();
        long events = 0;
        String last = "";
        long position = 0;
        try (LogLines lines = LogLines.of(
                bundle.where(EvidenceFiles.EVENTS), new ByteArrayInputStream(bundle.bytes(EvidenceFiles.EVENTS)))) {
            for (LogLines.Line line = lines.next(); line != null; line = lines.next()) {
                EventHead head = EventHead.of(line.bytes());
                if (events == proofs.size()) {
                    throw broken(line.where(), head, "There is no proof that it is in the log.");
                }
                ProofsFile.Proof proof = proofs.get((int) events++);
                if (head.position() <= position
                        || head.recordedAt().compareTo(last) <= 0
                        || head.position() > manifest.knownAt()) {
                    throw broken(
                            line.where(), head, "It is not in its place: positions and times increase, up to knownAt.");
                }
                if (!head.tags().contains("zone:" + manifest.zone())) {
                    throw broken(line.where(), head, "It is not about the zone " + manifest.zone() + ".");
                }
                if (proof.leafIndex() + 1 != head.position()
                        || !proof.in(checkpoint.checkpoint().size())
                                .shows(
                                        Hash.ofLeaf(line.bytes()),
                                        checkpoint.checkpoint().root())) {
                    throw broken(
                            line.where(), head, "Its proof does not show that it is in the log of the checkpoint.");
                }
                position = head.position();
                last = head.recordedAt();
                fold.read(head, line.bytes());
            }
        } catch (IllegalArgumentException | DateTimeException | UnreadableEventException malformed) {
            throw broken(
                    EvidenceFiles.EVENTS,
                    "Event " + (events + 1) + " or its proof can't be read: it " + malformed.getMessage() + ".");
        }
        if (events != proofs.size()) {
            throw broken(EvidenceFiles.PROOFS, "It has " + proofs.size() + " proofs for " + events + " events.");
        }
        return events;
    }

    private List<ProofsFile.Proof> proofs() throws NotProvedException {
        try {
            return ReportText.JSON
                    .readValue(bundle.bytes(EvidenceFiles.PROOFS), ProofsFile.class)
                    .proofs();
        } catch (IOException malformed) {
            throw broken(EvidenceFiles.PROOFS, "It can't be read as proofs.");
        }
    }

    /** The zone that the events fold to, if the answer is the same. */
    private Zone answer(Manifest manifest, ZoneCode code, ZoneFold fold) throws NotProvedException {
        try {
            Zone zone = fold.zone(code, manifest.validAt())
                    .orElseThrow(
                            () -> broken(EvidenceFiles.EVENTS, "By these events there was no such zone on that day."));
            JsonNode expected = ReportText.JSON.readTree(ReportText.JSON.writeValueAsBytes(zone));
            if (!expected.equals(ReportText.JSON.readTree(bundle.bytes(EvidenceFiles.ANSWER)))) {
                throw broken(
                        EvidenceFiles.ANSWER,
                        "The answer does not follow from the events. From them it is " + expected);
            }
            return zone;
        } catch (IllegalStateException doesNotFold) {
            throw broken(EvidenceFiles.EVENTS, "The events do not fold: " + doesNotFold.getMessage());
        } catch (IOException malformed) {
            throw broken(EvidenceFiles.ANSWER, "It is no JSON.");
        }
    }

    private static NotProvedException broken(String where, EventHead head, String what) {
        return new NotProvedException(new Failure(where, head.position(), what, FETCH_AGAIN));
    }

    private NotProvedException broken(String file, String what) {
        return new NotProvedException(Failure.of(bundle.where(file), what, FETCH_AGAIN));
    }
}
