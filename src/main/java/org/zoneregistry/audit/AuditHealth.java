package org.zoneregistry.audit;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.Contradiction;
import org.zoneregistry.audit.checkpoint.LogHalt;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.audit.tree.TreeState;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.log.LostEvent;

/**
 * Not ready after the log was found to contradict a signed checkpoint, or to lack events that were seen. Nothing can be
 * recorded then, and reads may depend on changed events. The process stays alive: a restart would not help.
 *
 * <p>Not ready either if the database can't be reached. A database that is slow to answer is not the same: for a while
 * its last answer counts. Otherwise one busy second would take every node out of service together.
 */
@Readiness
@ApplicationScoped
public class AuditHealth implements AsyncHealthCheck {

    /** The health check must answer even if the database does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How old the database's last answer may be, if the next one is late. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    /** What the database said, and when ({@link System#nanoTime}). */
    private record Answer(Optional<LogHalt.Loss> lost, Optional<Contradiction> found, long nanoTime) {

        boolean counts() {
            return System.nanoTime() - nanoTime < LONGEST_SILENCE.toNanos();
        }
    }

    private final Pool pool;
    private final KnownHistory history;
    private final TreeKeeper keeper;
    private final CheckpointSigner signer;
    private volatile @Nullable Answer lastAnswer;

    AuditHealth(@PoolFor(Purpose.HEALTH) Pool pool, KnownHistory history, TreeKeeper keeper, CheckpointSigner signer) {
        this.pool = pool;
        this.history = history;
        this.keeper = keeper;
        this.signer = signer;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var response = HealthCheckResponse.named("audit").up();
        var state = keeper.state();
        response.withData("treeSize", state.size());
        response.withData("signs", signs(state));
        if (state.error() != null) {
            response.withData("error", state.error());
        }
        history.lost().ifPresent(lost -> tell(response, lost));
        return answer().map(answer -> {
                    answer.lost().ifPresent(lost -> tell(response, lost.event()));
                    answer.found().ifPresent(found -> tell(response, found));
                    return response.build();
                })
                .onFailure()
                .recoverWithItem(unreachable -> response.withData("database", String.valueOf(unreachable.getMessage()))
                        .down()
                        .build());
    }

    private Uni<Answer> answer() {
        return pool.withConnection(connection -> Uni.combine()
                        .all()
                        .unis(LogHalt.findLost(connection), LogHalt.find(connection))
                        .with((lost, found) -> new Answer(lost, found, System.nanoTime())))
                .invoke(answer -> lastAnswer = answer)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(() -> {
                    Answer before = lastAnswer;
                    return before != null && before.counts()
                            ? Uni.createFrom().item(before)
                            : Uni.createFrom().failure(new TimeoutException("The database did not answer in time."));
                });
    }

    private static void tell(HealthCheckResponseBuilder response, LostEvent lost) {
        response.down().withData("lost", lost.sentence());
        response.withData("seenPosition", lost.position());
        response.withData("logSize", lost.logSize());
    }

    private static void tell(HealthCheckResponseBuilder response, Contradiction found) {
        response.down().withData("halted", found.sentence());
        response.withData("checkpointSize", found.checkpointSize());
        response.withData("signedRoot", found.signedRoot().toString());
        response.withData("foundRoot", found.foundRoot().map(Object::toString).orElse("none"));
        response.withData("logSize", found.logSize());
    }

    private String signs(TreeState state) {
        return signer.verifier()
                .map(key -> state.isOriginLost()
                        ? "no: events that were signed as " + key.name().name()
                                + " were given up, and another log needs another name"
                        : key.name().name() + "+" + key.name().id())
                .orElse("no: this node has no key");
    }
}
