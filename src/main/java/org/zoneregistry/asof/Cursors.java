package org.zoneregistry.asof;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.ledger.CursorKey;

/**
 * The cursors of all lists, and the links to further pages. They work on every node of a ledger, and after restarts.
 */
@Singleton
public class Cursors {

    private static final String CURSOR = "cursor=";

    private final CursorKey key;

    Cursors(CursorKey key) {
        this.key = key;
    }

    /** The requested part of a list without a point in time; violations are reported to the query. */
    public PageRequest asked(HttpServerRequest request, Page page, QueryParameters query) {
        var limit = limit(page, query);
        var cursor = read(request, page, query);
        return new PageRequest(PointInTime.NONE, limit, cursor == null ? List.of() : cursor.after());
    }

    /**
     * A page of a list without a point in time.
     *
     * @param whole makes the body from the rows
     */
    public <R, T> RestResponse<T> answer(
            HttpServerRequest request, PageRequest asked, Rows<R> page, Function<List<R>, T> whole) {
        var answer = ResponseBuilder.<T>create(200)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(whole.apply(page.rows()));
        next(request, asked, page).ifPresent(next -> answer.header(HttpHeaders.LINK, next));
        return answer.build();
    }

    /** The link to the next page, from the fetched rows. */
    public <R> Optional<String> next(
            HttpServerRequest request, PageRequest asked, List<R> fetched, Function<R, Object> key) {
        return next(
                request,
                asked,
                Rows.of(asked, fetched, row -> List.of(key.apply(row).toString())));
    }

    /** The header Link for the next page; empty if there is none. */
    Optional<String> next(HttpServerRequest request, PageRequest asked, Rows<?> page) {
        var point = asked.point();
        return page.next().isEmpty()
                ? Optional.empty()
                : Optional.of(link(
                        request,
                        new Cursor(point.knownAt().position(), point.validAt(), question(request), page.next())));
    }

    int limit(Page page, QueryParameters query) {
        var limit = query.integer("limit", page.limit, 1, Page.MOST);
        return limit == null ? Page.DEFAULT_LIMIT : limit.intValue();
    }

    /** The cursor, if there is one that was made for this question. */
    @Nullable
    Cursor read(HttpServerRequest request, Page page, QueryParameters query) {
        return query.read("cursor", page.cursor, text -> {
            var read = seal().opened(text);
            if (read.question() != question(request)) {
                throw new IllegalArgumentException("belongs to a list with other parameters");
            }
            return read;
        });
    }

    private CursorSeal seal() {
        return new CursorSeal(key.bytes());
    }

    private String link(HttpServerRequest request, Cursor cursor) {
        var parameters = new ArrayList<>(parameters(request.query()));
        parameters.removeIf(parameter -> parameter.startsWith(CURSOR));
        parameters.add(CURSOR + seal().sealed(cursor));
        return '<' + safe(request.path() + "?" + String.join("&", parameters)) + ">; rel=\"next\"";
    }

    /** A number for the question, the same for every encoding of the address. */
    private static long question(HttpServerRequest request) {
        var decoded = parameters(request.query()).stream()
                .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                .toList();
        return Cursor.question(Objects.requireNonNullElse(request.path(), "/"), decoded);
    }

    private static List<String> parameters(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }

    /** Escapes every character that could end the reference early in the header. */
    static String safe(String reference) {
        var text = new StringBuilder(reference.length());
        reference.chars().forEach(c -> {
            if (c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '"') {
                text.append((char) c);
            } else {
                text.append("%%%02X".formatted(c & 0xFF));
            }
        });
        return text.toString();
    }
}
