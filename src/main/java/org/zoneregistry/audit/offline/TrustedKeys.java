package org.zoneregistry.audit.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.audit.note.VerifierKey;

/** The keys whose signatures are accepted. */
record TrustedKeys(List<VerifierKey> keys) {

    TrustedKeys {
        keys = List.copyOf(keys);
    }

    /**
     * A signed checkpoint.
     *
     * @param file the file that it was read from
     * @param signedBy the name and the id of the key
     */
    record Signed(String file, Checkpoint checkpoint, String signedBy) {}

    /**
     * Reads keys, each given as text or as a file with one key on each line.
     *
     * @throws IllegalArgumentException if one is neither
     */
    static TrustedKeys read(List<String> given) throws IOException {
        var keys = new ArrayList<VerifierKey>();
        for (String each : given) {
            Path file = Path.of(each);
            String text = Files.isRegularFile(file) ? Files.readString(file) : each;
            for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
                try {
                    keys.add(VerifierKey.parse(line.strip()));
                } catch (IllegalArgumentException broken) {
                    throw new IllegalArgumentException(
                            each + " is neither a verifier key nor a file with such keys: it " + broken.getMessage(),
                            broken);
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no key in " + String.join(", ", given) + ".");
        }
        return new TrustedKeys(keys);
    }

    /** The checkpoint in a note, if its log has signed it with one of the keys. */
    Signed checkpoint(String file, String note) throws NotProvedException {
        try {
            SignedNote signed = SignedNote.parse(note);
            VerifierKey by = signer(file, signed);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            if (!checkpoint.origin().equals(by.name().name())) {
                throw new NotProvedException(Failure.of(
                        file,
                        "The checkpoint is of the log " + checkpoint.origin() + ", but signed by the key of "
                                + by.name().name() + ".",
                        "Fetch the checkpoint of the log again with GET /v1/audit/checkpoint."));
            }
            return new Signed(
                    file, checkpoint, by.name().name() + "+" + by.name().id());
        } catch (IllegalArgumentException malformed) {
            throw new NotProvedException(Failure.of(
                    file,
                    "It is no signed checkpoint: it " + malformed.getMessage() + ".",
                    "Fetch it again with GET /v1/audit/checkpoint, and keep it unchanged."));
        }
    }

    /** The key that has signed a note. */
    VerifierKey signer(String file, SignedNote note) throws NotProvedException {
        for (VerifierKey key : keys) {
            if (note.isSignedBy(key)) {
                return key;
            }
        }
        String claimed = note.signatures().stream()
                .map(signature -> signature.key().name() + "+" + signature.key().id())
                .collect(Collectors.joining(", "));
        boolean isForged = note.signatures().stream()
                .anyMatch(signature -> keys.stream().anyMatch(key -> key.name().equals(signature.key())));
        throw new NotProvedException(
                isForged
                        ? Failure.of(
                                file,
                                "The signature of " + claimed + " is not right: the text was changed, or the key never"
                                        + " signed it.",
                                "Do not rely on this file. Fetch it again. If that fails too, ask the person who gave"
                                        + " it to you.")
                        : Failure.of(
                                file,
                                "It is signed by " + claimed + ", which is none of the keys that you trust.",
                                "Give the log's key with --key; get it from its owner in a way that you trust."));
    }
}
