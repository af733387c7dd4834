package org.zoneregistry.audit.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.platform.http.problem.Problem;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/** A checkpoint that covers a position. The tree is signed a moment after an event is recorded, so that it may have to be waited for. */
@Singleton
final class CoveringCheckpoint {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Checkpoints checkpoints;
    private final CheckpointSigner signer;

    CoveringCheckpoint(Checkpoints checkpoints, CheckpointSigner signer) {
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /** The latest, once it covers the position; else {@code projection-behind} after 5 s. */
    Uni<IssuedCheckpoint> of(long position) {
        if (signer.verifier().isEmpty()) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "This registry has no key to sign evidence with: see registry.audit.key in docs/operations.md.");
        }
        return Uni.createFrom()
                .deferred(checkpoints::latest)
                .map(latest -> covering(latest, position))
                .onFailure(NotYetException.class)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .expireIn(LONGEST_WAIT.toMillis())
                .onFailure(
                        failure -> failure instanceof NotYetException || failure.getCause() instanceof NotYetException)
                .transform(late -> Problem.of(
                                ProblemType.PROJECTION_BEHIND,
                                "No checkpoint covers position " + position + " yet. Try again in 1 s.")
                        .withHeader("Retry-After", "1")
                        .exception());
    }

    private static IssuedCheckpoint covering(Optional<IssuedCheckpoint> latest, long position) {
        return latest.filter(checkpoint -> checkpoint.size() >= position).orElseThrow(NotYetException::new);
    }

    private static final class NotYetException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
