package org.zoneregistry.audit.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.zoneregistry.asof.Prefixes;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.NotCoveredException;
import org.zoneregistry.audit.tree.AuditTree;
import org.zoneregistry.audit.tree.BeyondTreeException;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.LogHead;
import org.zoneregistry.process.CallerContext;

/** Shared by the resources: the available tree sizes, waiting for a tree, and caching. */
@Singleton
class Audit {

    static final long MOST = 999_999_999_999_999L;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String FOR_EVER =
            "public, max-age=" + Duration.ofDays(365).toSeconds() + ", immutable";

    private final AuditTree tree;
    private final TreeKeeper keeper;
    private final Checkpoints checkpoints;
    private final EventLog log;
    private final Prefixes prefixes;

    Audit(AuditTree tree, TreeKeeper keeper, Checkpoints checkpoints, EventLog log, Prefixes prefixes) {
        this.tree = tree;
        this.keeper = keeper;
        this.checkpoints = checkpoints;
        this.log = log;
        this.prefixes = prefixes;
    }

    /** An answer that never changes. */
    static <T> RestResponse<T> lasting(T body) {
        return ResponseBuilder.<T>create(200)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .entity(body)
                .build();
    }

    /**
     * The last position of the log, for a question about a position; fails with {@code history-lost} if that is lost.
     */
    Uni<Long> head(long asked) {
        return CallerContext.returnTo(Uni.createFrom().completionStage(log::head))
                .map(LogHead::position)
                .invoke(head -> {
                    if (asked > head) {
                        prefixes.refuseLost(asked);
                    }
                });
    }

    /**
     * A requested size, after the tree has grown to it. Fails with {@code validation} if the log is shorter.
     *
     * @param parameter the parameter with the size
     */
    Uni<Long> grown(String parameter, long size) {
        return head(size).chain(head -> {
            if (size > head) {
                throw ProblemException.invalid(
                        Violation.query(parameter, "must be at most " + head + ", where the log ends"));
            }
            return grown(size);
        });
    }

    /**
     * The size of the latest checkpoint that covers that many events, after a wait if it is not signed yet. The size of
     * the tree if nothing is signed.
     */
    Uni<Long> signed(long atLeast) {
        return checkpoints
                .covering(atLeast, PATIENCE)
                .onFailure(NotCoveredException.class)
                .transform(late -> behind(atLeast))
                .chain(found -> found.map(checkpoint -> grown(checkpoint.size()))
                        .orElseGet(() -> grown(atLeast).chain(tree::size)));
    }

    private Uni<Long> grown(long size) {
        return keeper.reached(size, PATIENCE)
                .onFailure(TimeoutException.class)
                .transform(late -> behind(size))
                .replaceWith(size);
    }

    /** The answer of a tree; failures become problems for clients. */
    static <T> Uni<T> answered(Uni<T> answer, long size) {
        return answer.onFailure(BeyondTreeException.class).transform(late -> behind(size));
    }

    private static ProblemException behind(long size) {
        return Problem.of(
                        ProblemType.PROJECTION_BEHIND,
                        "The Merkle tree has not grown to " + size + " leaves yet. Try again in 1 s.")
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .exception();
    }
}
