package org.zoneregistry.asof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.EntityTag;
import org.zoneregistry.http.Instants;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.StreamedAnswer;

/**
 * The answers to reads. Each names the prefix from which it was computed, and has a strong entity tag and caching
 * headers. It is a 304 if the client has it already.
 */
@Singleton
public class Answers {

    /** The header with the position of the prefix that an answer was computed from. */
    public static final String POSITION = "Registry-Position";

    /** The header with the warnings about an answer's figures. */
    public static final String WARNING = "Registry-Warning";

    /** The header with the time at which the last event of that prefix was recorded. */
    public static final String KNOWN_AT = "Registry-Known-At";

    private static final String CSV = RowForms.CSV + ";charset=UTF-8;header=present";

    private final ObjectMapper json;
    private final Freshness freshness;
    private final DatasetNotice notice;
    private final Instance<Prefixes> log;
    private final Cursors cursors;
    private final String version;

    Answers(
            ObjectMapper json,
            Freshness freshness,
            DatasetNotice notice,
            Instance<Prefixes> log,
            Cursors cursors,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        this.freshness = freshness;
        this.notice = notice;
        this.log = log;
        this.cursors = cursors;
        this.version = version;
    }

    /** The state of one thing. */
    public <T> RestResponse<T> of(AsKnown asked, PointInTime point, T body) {
        var bytes = bytes(asked.request.request(), body);
        return finished(one(asked, point, EntityTag.of(bytes)), MediaType.APPLICATION_JSON, bytes);
    }

    /**
     * The state of a thing that commands change.
     *
     * @param revision the position of the last event about it in the prefix; the tag contains it for {@code If-Match}
     */
    public <T> RestResponse<T> of(AsKnown asked, PointInTime point, T body, long revision) {
        var bytes = bytes(asked.request.request(), body);
        return finished(one(asked, point, EntityTag.of(revision, bytes)), MediaType.APPLICATION_JSON, bytes);
    }

    /**
     * A page of a list: JSON, or the same rows in the form of {@link RowForms} that the client prefers. The resource
     * method declares {@code @Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})}.
     *
     * @param type the record of a row, which gives the columns
     * @param whole makes the JSON body from the rows
     */
    public <R extends Record, T> RestResponse<T> page(
            AsKnown asked, PageRequest request, Rows<R> page, Class<R> type, Function<List<R>, T> whole) {
        return page(asked, request, page, type, whole, Accept.chosen(asked.request));
    }

    /**
     * A page of a list, in a form that the resource has chosen.
     *
     * @param mediaType one of {@link RowForms}, or a type whose form is JSON
     */
    public <R extends Record, T> RestResponse<T> page(
            AsKnown asked,
            PageRequest request,
            Rows<R> page,
            Class<R> type,
            Function<List<R>, T> whole,
            String mediaType) {
        var bytes = written(asked.request.request(), page.rows(), type, whole, mediaType, times(request.point()));
        var answer = start(asked, request.point(), EntityTag.of(bytes));
        var links = new ArrayList<String>();
        cursors.next(asked.request.request(), request, page).ifPresent(links::add);
        if (asked.isOfPast()) {
            links.add(Mementos.links(asked.request.request()));
        }
        if (!links.isEmpty()) {
            answer.header(HttpHeaders.LINK, String.join(", ", links));
        }
        return finished(answer, contentType(mediaType), bytes);
    }

    private <R> byte[] written(
            HttpServerRequest request,
            List<R> rows,
            Class<R> type,
            Function<List<R>, ?> whole,
            String mediaType,
            String times) {
        Object all = whole.apply(rows);
        return switch (mediaType) {
            case RowForms.CSV -> Csv.of(Table.of(rows, type, all, json));
            case RowForms.XLSX -> Sheet.of(Table.of(rows, type, all, json), times);
            default -> bytes(request, all);
        };
    }

    /** Both times in words, for an answer that never changes; empty for the latest state. */
    private static String times(PointInTime point) {
        if (!point.asked().knownAtGiven()) {
            return "";
        }
        return (point.asked().hasValidTime() ? "in the world on " + point.validAt() + ", " : "")
                + "as known at position " + point.knownAt().position() + ", recorded at "
                + Instants.micros(point.knownSince());
    }

    private static String contentType(String mediaType) {
        return mediaType.equals(RowForms.CSV) ? CSV : mediaType;
    }

    /** All rows of a list that is too short for pages: JSON, or the rows alone. */
    public <R extends Record, T> RestResponse<T> rows(
            AsKnown asked, PointInTime point, List<R> rows, Class<R> type, T whole) {
        var onePage = new PageRequest(point, rows.size(), List.of());
        return page(asked, onePage, new Rows<>(rows, List.of()), type, all -> whole);
    }

    /** A finished body that isn't JSON. */
    public RestResponse<byte[]> written(AsKnown asked, PointInTime point, String mediaType, byte[] body) {
        return finished(one(asked, point, EntityTag.of(body)), mediaType, body);
    }

    /**
     * A streamed answer. It can't be hashed in advance. So its tag is a hash of everything that determines the bytes:
     * the question, the prefix, the media type, and the version of the program.
     *
     * @param question the question as text; two questions with different answers have different texts
     * @param parts the bytes, always the same for the same question and prefix
     */
    public RestResponse<StreamedAnswer> streamed(
            AsKnown asked, PointInTime point, String mediaType, String question, Multi<byte[]> parts) {
        var origin = String.join(
                "\n", version, mediaType, Long.toString(point.knownAt().position()), question);
        var answer = one(asked, point, EntityTag.of(origin.getBytes(StandardCharsets.UTF_8)));
        return finished(answer, mediaType, new StreamedAnswer(parts.invoke(part -> requireStill(asked))));
    }

    /** Adds warnings about the figures of an answer; rows alone have no other place for them. */
    public static <T> RestResponse<T> warn(RestResponse<T> answer, List<String> warnings) {
        if (!warnings.isEmpty()) {
            answer.getHeaders().putSingle(WARNING, String.join(" ", warnings));
        }
        return answer;
    }

    /** All rows of a list that never changes, as JSON or rows alone. */
    public <R extends Record, T> RestResponse<T> constant(
            RoutingContext routing, List<R> rows, Class<R> type, Function<List<R>, T> whole) {
        var request = routing.request();
        var mediaType = Accept.chosen(routing);
        var bytes = written(request, rows, type, whole, mediaType, "");
        var answer = started(request, EntityTag.of(bytes));
        answer.header(
                HttpHeaders.CACHE_CONTROL,
                "public, max-age=" + Duration.ofDays(1).toSeconds());
        return finished(answer, contentType(mediaType), bytes);
    }

    private static Started started(HttpServerRequest request, String tag) {
        var known = EntityTag.listed(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), tag);
        var answer = new Started(ResponseBuilder.create(known.isPresent() ? 304 : 200), known.isPresent());
        answer.header(HttpHeaders.ETAG, known.orElse(tag));
        return answer;
    }

    /** Starts an answer that is not a page of a list. */
    private Started one(AsKnown asked, PointInTime point, String tag) {
        var answer = start(asked, point, tag);
        if (asked.hasMementos()) {
            answer.header(HttpHeaders.LINK, Mementos.links(asked.request.request()));
        }
        return answer;
    }

    private Started start(AsKnown asked, PointInTime point, String tag) {
        requireStill(asked);
        var request = asked.request.request();
        var answer = started(request, tag);
        answer.header(HttpHeaders.CACHE_CONTROL, freshness.cacheControl(point));
        answer.header(HttpHeaders.VARY, "Accept, Accept-Datetime, Registry-Min-Position");
        answer.header(POSITION, Long.toString(point.knownAt().position()));
        answer.header(KNOWN_AT, Instants.micros(point.knownSince()));
        if (asked.hasMementos()) {
            point.memento().ifPresent(second -> answer.header("Memento-Datetime", Instants.httpDate(second)));
        }
        return answer;
    }

    private void requireStill(AsKnown asked) {
        asked.requireStill(log.get().era());
    }

    private byte[] bytes(HttpServerRequest request, Object body) {
        try {
            return notice.addTo(Objects.requireNonNullElse(request.path(), ""), json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // the body is the written form of a T, or a stream of it
    private static <T> RestResponse<T> finished(Started answer, String mediaType, Object written) {
        if (!answer.isKnown) {
            answer.builder.entity(written).type(mediaType);
        }
        return (RestResponse<T>) answer.builder.build();
    }

    private record Started(ResponseBuilder<Object> builder, boolean isKnown) {
        void header(String name, String value) {
            builder.header(name, value);
        }
    }
}
