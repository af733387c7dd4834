package org.zoneregistry.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;

/**
 * Limits the rate of each caller; {@code http.admission} limits all requests of a node. A caller without a token is
 * known by its address.
 */
@Singleton
public final class Rates {

    /** The header with the caller's limit. */
    public static final String POLICY = "RateLimit-Policy";

    /** The header with what is left of it. */
    public static final String LEFT = "RateLimit";

    /** A caller may send the requests of this many seconds at once. */
    private static final int BURST_SECONDS = 10;

    private static final int MOST_CALLERS = 10_000;

    private final int perSecond;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_CALLERS).build();

    Rates(@ConfigProperty(name = "registry.access.requests-per-second", defaultValue = "100") int perSecond) {
        this.perSecond = perSecond;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) perSecond * BURST_SECONDS).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /**
     * Counts a request.
     *
     * @throws org.zoneregistry.http.problem.ProblemException {@code rate-limited} if it exceeds the rate
     */
    void count(Caller caller, RoutingContext routing) {
        String name = caller.isKnown()
                ? caller.actor()
                : routing.request().remoteAddress().hostAddress();
        var probe = buckets.get(name, added -> bucket()).tryConsumeAndReturnRemaining(1);
        long wait = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        String policy = "\"caller\";q=" + perSecond * BURST_SECONDS + ";w=" + BURST_SECONDS;
        String left =
                "\"caller\";r=" + probe.getRemainingTokens() + ";t=" + (probe.isConsumed() ? BURST_SECONDS : wait);
        if (!probe.isConsumed()) {
            throw Problem.of(
                            ProblemType.RATE_LIMITED,
                            "At most " + perSecond + " requests a second; try again in " + wait + " s.")
                    .withHeader("Retry-After", Long.toString(wait))
                    .withHeader(POLICY, policy)
                    .withHeader(LEFT, left)
                    .exception();
        }
        routing.response().putHeader(POLICY, policy).putHeader(LEFT, left);
    }
}
