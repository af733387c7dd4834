package org.zoneregistry.asof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limit;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.EntityTag;

/**
 * Answers that this node keeps in memory, up to a number of bytes. It sends them again for the same request, without
 * any work. Answers that never change are kept as long as there is room; answers about the latest state, until
 * something is recorded or a new day begins.
 *
 * <p>Guaranteed: no kept answer is sent that may depend on events that the database has lost, after this node has seen
 * the loss; nor one from tables that a rebuild has replaced, after this node has seen that, at most a poll interval of
 * the projection later.
 */
@Singleton
public class KeptAnswers {

    /** For answers that never change: see {@link Freshness}. */
    private static final String FOR_EVER = "max-age=" + Freshness.YEAR + ", immutable";

    /** The approximate memory of an entry beside its body. */
    private static final int OVERHEAD_BYTES = 2_048;

    private static final int LARGEST_ENTRY_BYTES = 262_144;

    /** Request headers that are part of the question, in addition to the address. */
    private static final List<String> QUESTION_HEADERS = List.of(Reads.ACCEPT_DATETIME, Reads.MIN_POSITION);

    private final Instance<Prefixes> log;
    private final CivilTime civilTime;
    private final Cache<Key, Kept> kept;
    private final Counter again;

    /**
     * @param form the media type for the client
     * @param limit the places that the caller may read
     * @param entries the places whose entries it may read
     */
    private record Key(String uri, String form, Limit limit, Limit entries) {}

    private static final class Kept {

        final Basis basis;
        final byte[] body;
        final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

        Kept(Basis basis, byte[] body, MultivaluedMap<String, Object> headers) {
            this.basis = basis;
            this.body = body;
            this.headers.putAll(headers);
        }
    }

    KeptAnswers(
            Instance<Prefixes> log,
            CivilTime civilTime,
            MeterRegistry meters,
            @ConfigProperty(name = "registry.reads.most-kept-bytes", defaultValue = "16777216") long mostBytes) {
        this.log = log;
        this.civilTime = civilTime;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<Key, Kept>weigher((key, answer) -> answer.body.length + OVERHEAD_BYTES)
                .build();
        this.again = Counter.builder("registry.reads.given.again")
                .description("reads that were answered from memory")
                .register(meters);
    }

    /** Runs after all filters that can refuse the request, including the access filter. */
    @ServerRequestFilter(priority = 4_000, nonBlocking = true)
    public @Nullable RestResponse<byte[]> answerAgain(RoutingContext routing) {
        Key key = key(routing, HttpMethod.GET, HttpMethod.HEAD);
        Kept answer = key == null ? null : kept.getIfPresent(key);
        if (answer == null || !isStill(answer)) {
            return null;
        }
        Object tag = answer.headers.getFirst(HttpHeaders.ETAG);
        Optional<String> known =
                EntityTag.listed(routing.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), String.valueOf(tag));
        boolean isKnown = known.isPresent();
        again.increment();
        var whole = ResponseBuilder.<byte[]>create(isKnown ? 304 : 200);
        answer.headers.forEach((name, values) -> {
            if (isKnown && HttpHeaders.ETAG.equals(name)) {
                whole.header(name, known.orElseThrow());
            } else if (!isKnown || !HttpHeaders.CONTENT_TYPE.equals(name)) {
                values.forEach(value -> whole.header(name, value));
            }
        });
        return (isKnown ? whole : whole.entity(answer.body)).build();
    }

    /**
     * Keeps an answer, if the same request will have it again.
     *
     * @param cacheControl of the answer
     */
    void keep(
            RoutingContext routing,
            @Nullable String cacheControl,
            byte[] body,
            MultivaluedMap<String, Object> headers) {
        Basis basis = AsKnown.basis(routing);
        if (basis == null
                || !isTheSameAgain(cacheControl, basis)
                || body.length > LARGEST_ENTRY_BYTES
                || isPage(headers)) {
            return;
        }
        Key key = key(routing, HttpMethod.GET);
        if (key != null) {
            Kept before = kept.getIfPresent(key);
            if (before == null || !isStill(before)) {
                kept.put(key, new Kept(basis, body, headers));
            }
        }
    }

    private static boolean isTheSameAgain(@Nullable String cacheControl, Basis basis) {
        return cacheControl != null
                && (cacheControl.endsWith(FOR_EVER)
                        || (basis.latest() != null && cacheControl.equals(Freshness.REVALIDATED)));
    }

    private boolean isStill(Kept answer) {
        return answer.basis.isStill(log.get(), civilTime);
    }

    /** A page also depends on the language of the client, and on the host in the address. */
    private static boolean isPage(MultivaluedMap<String, Object> headers) {
        return headers.getOrDefault(HttpHeaders.VARY, List.of()).stream()
                .anyMatch(fields -> fields.toString().contains(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static @Nullable Key key(RoutingContext routing, HttpMethod... methods) {
        HttpServerRequest request = routing.request();
        return List.of(methods).contains(request.method())
                        && QUESTION_HEADERS.stream().noneMatch(request.headers()::contains)
                ? new Key(
                        request.uri(),
                        String.valueOf(Accept.chosen(routing)),
                        Granted.of(routing).limit(),
                        Granted.of(routing).entries())
                : null;
    }
}
