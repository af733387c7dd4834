package org.zoneregistry.audit;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
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
 */
@Readiness
@ApplicationScoped
public class AuditHealth implements AsyncHealthCheck {

    /** The health check must answer even if the database does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pool pool;
    private final KnownHistory history;
    private final TreeKeeper keeper;
    private final CheckpointSigner signer;

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
        return LogHalt.findLost(pool)
                .invoke(lost -> lost.ifPresent(event -> tell(response, event)))
                .chain(() -> LogHalt.find(pool))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(halt -> {
                    halt.ifPresent(found -> {
                        response.down().withData("halted", found.sentence());
                        response.withData("checkpointSize", found.checkpointSize());
                        response.withData("signedRoot", found.signedRoot().toString());
                        response.withData(
                                "foundRoot",
                                found.foundRoot().map(Object::toString).orElse("none"));
                        response.withData("logSize", found.logSize());
                    });
                    return response.build();
                })
                .onFailure()
                .recoverWithItem(unreachable -> response.withData("database", String.valueOf(unreachable.getMessage()))
                        .down()
                        .build());
    }

    private static void tell(HealthCheckResponseBuilder response, LostEvent lost) {
        response.down().withData("lost", lost.sentence());
        response.withData("seenPosition", lost.position());
        response.withData("logSize", lost.logSize());
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
