package org.zoneregistry.asof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limit;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.EntityTag;
import org.zoneregistry.http.StreamedAnswer;

/**
 * Answers that caches may keep. Each has a strong entity tag, and is a 304 for clients that have it already. Answers
 * that never change are kept here too, up to a number of bytes, and answers about the latest state, until something is
 * recorded or a new day begins. For the same request they are sent again without any work.
 *
 * <p>Guaranteed: after the database has lost events, no kept answer is sent that may depend on them. After a rebuild
 * has replaced tables, no kept answer from the tables before is sent as soon as the node has seen it, at most the
 * projection's poll interval later.
 */
@Singleton
public class LastingAnswers {

    /** For answers that never change: see {@link Freshness}. */
    private static final String FOR_EVER = "max-age=" + Freshness.YEAR + ", immutable";

    /** The approximate memory of an entry beside its body. */
    private static final int OVERHEAD_BYTES = 2_048;

    private static final int LARGEST_ENTRY_BYTES = 262_144;

    /** Request headers that are part of the question, in addition to the address. */
    private static final List<String> QUESTION_HEADERS = List.of(Reads.ACCEPT_DATETIME, Reads.MIN_POSITION);

    private final ObjectMapper json;
    private final String version;
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

    LastingAnswers(
            ObjectMapper json,
            Instance<Prefixes> log,
            CivilTime civilTime,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "registry.reads.most-kept-bytes", defaultValue = "16777216") long mostBytes) {
        this.json = json;
        this.log = log;
        this.civilTime = civilTime;
        this.version = version;
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

    /** Runs after the answer is made, before it is written. */
    @ServerResponseFilter
    public void tag(ContainerResponseContext answer, HttpServerRequest request, RoutingContext routing)
            throws JsonProcessingException {
        Object body = answer.getEntity();
        if (body == null || answer.getStatus() != RestResponse.StatusCode.OK) {
            return;
        }
        String lasting = answer.getHeaderString(HttpHeaders.CACHE_CONTROL);
        boolean isKnown = isAnyRefused(request);
        if (lasting != null
                && (lasting.startsWith("public") || lasting.startsWith("private"))
                && !answer.getHeaders().containsKey(HttpHeaders.ETAG)) {
            String tag = EntityTag.of(tagged(answer, body, request));
            Optional<String> known = EntityTag.listed(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), tag);
            answer.getHeaders().putSingle(HttpHeaders.ETAG, known.orElse(tag));
            isKnown |= known.isPresent();
        }
        Basis basis = AsKnown.basis(routing);
        if (basis != null && body instanceof byte[] bytes && isTheSameAgain(lasting, basis)) {
            keep(routing, basis, bytes, answer.getHeaders());
        }
        if (isKnown) {
            answer.setStatus(RestResponse.StatusCode.NOT_MODIFIED);
            answer.setEntity(null);
        }
    }

    private static boolean isTheSameAgain(@Nullable String lasting, Basis basis) {
        return lasting != null
                && (lasting.endsWith(FOR_EVER) || (basis.latest() != null && lasting.equals(Freshness.REVALIDATED)));
    }

    private boolean isStill(Kept answer) {
        return answer.basis.isStill(log.get(), civilTime);
    }

    private void keep(RoutingContext routing, Basis basis, byte[] body, MultivaluedMap<String, Object> headers) {
        Key key = key(routing, HttpMethod.GET);
        if (key != null && body.length <= LARGEST_ENTRY_BYTES && !isPage(headers)) {
            Kept before = kept.getIfPresent(key);
            if (before == null || !isStill(before)) {
                kept.put(key, new Kept(basis, body, headers));
            }
        }
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

    /** If-None-Match: * asks for an answer only if none exists yet (RFC 9110, 13.1.2). */
    private static boolean isAnyRefused(HttpServerRequest request) {
        return (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()))
                && "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    /** A streamed answer can't be hashed in advance, but its inputs can: see {@link Answers#streamed}. */
    private byte[] tagged(ContainerResponseContext answer, Object body, HttpServerRequest request)
            throws JsonProcessingException {
        if (body instanceof StreamedAnswer) {
            return String.join("\n", version, String.valueOf(answer.getMediaType()), request.uri())
                    .getBytes(StandardCharsets.UTF_8);
        }
        return body instanceof byte[] bytes ? bytes : json.writeValueAsBytes(body);
    }
}
