package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import org.zoneregistry.audit.merkle.ConsistencyProof;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.SignerKey;

/**
 * The only place that signs checkpoints. A checkpoint is checked and listed in one transaction, which holds the lock of
 * the tree. It becomes visible only after that transaction is committed and on disk. This node stores it before that.
 */
public final class CheckpointIssue {

    private static final String SYNCHRONOUS_COMMIT = "select set_config('synchronous_commit', 'on', true)";

    private CheckpointIssue() {}

    /** Whether a tree extends the last signed one. Only then may it be signed. */
    public static boolean mayFollow(Optional<IssuedCheckpoint> latest, ConsistencyProof proof, Hash root) {
        return latest.map(last -> proof.from() == last.size() && proof.shows(last.root(), root))
                .orElse(proof.from() == 0);
    }

    /**
     * Signs the root that a proof leads to.
     *
     * @param connection of the transaction
     * @param last stores the checkpoint before the database has it
     * @param latest the last signed checkpoint in the transaction
     * @param proof from the size of that checkpoint, or from 0
     * @return the signed checkpoint, without the time
     * @throws IllegalArgumentException if it may not follow, or the signer has no key
     */
    public static Uni<IssuedCheckpoint> sign(
            SqlConnection connection,
            CheckpointSigner signer,
            LastCheckpoint last,
            Optional<IssuedCheckpoint> latest,
            ConsistencyProof proof,
            Hash root) {
        if (!mayFollow(latest, proof, root)) {
            throw new IllegalArgumentException("The tree of size " + proof.to() + " contradicts the last checkpoint.");
        }
        SignerKey key = signer.key().orElseThrow(() -> new IllegalArgumentException("There is no key to sign with."));
        var issued = new IssuedCheckpoint(
                proof.to(),
                root,
                signer.sign(proof.to(), root).toString(),
                Instant.EPOCH, // the database sets the time
                key.verifier(),
                null);
        return Uni.createFrom()
                .item(() -> {
                    last.keep(issued);
                    return issued;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> connection.query(SYNCHRONOUS_COMMIT).execute())
                .chain(() -> CheckpointTable.insert(connection, issued))
                .replaceWith(issued);
    }
}
