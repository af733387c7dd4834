package org.zoneregistry.audit.checkpoint;

import java.util.List;
import java.util.Optional;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.note.VerifierKey;

/** Signs for this registry, if this node has a key. The name of the key is the log's origin. */
public final class CheckpointSigner {

    private final Optional<SignerKey> key;

    /** A signer with a key, or without one. */
    public CheckpointSigner(Optional<SignerKey> key) {
        this.key = key;
    }

    /** The public key; empty if this node has no key and signs nothing. */
    public Optional<VerifierKey> verifier() {
        return key.map(SignerKey::verifier);
    }

    Optional<SignerKey> key() {
        return key;
    }

    /**
     * Signs a text that is not a checkpoint: {@link CheckpointIssue} signs those and lists them.
     *
     * @param text ends with a line feed
     * @throws IllegalStateException if this node has no key: see {@link #verifier}
     */
    public SignedNote sign(String text) {
        return SignedNote.of(text, List.of(signer()));
    }

    /** Signs a checkpoint. */
    SignedNote sign(long size, Hash root) {
        SignerKey signer = signer();
        return new Checkpoint(signer.verifier().name().name(), size, root).sign(List.of(signer));
    }

    private SignerKey signer() {
        return key.orElseThrow(() -> new IllegalStateException("This node has no key to sign with."));
    }
}
