package org.zoneregistry.asof;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The requested part of a list that always shows the current state.
     *
     * @param limit how many rows at most
     * @param after the key of the last row of the previous page; empty for the first page
     */
    public record Asked(int limit, Optional<String> after) {

        /** One row more than requested, which shows whether there is a next page. */
        public int fetch() {
            return limit + 1;
        }

        /** The rows of this page among those that were fetched. */
        public <R> List<R> page(List<R> fetched) {
            return fetched.size() > limit ? fetched.subList(0, limit) : fetched;
        }
    }

    /** The requested part of a list. Violations are reported to the query. */
    public Asked asked(HttpServerRequest request, Page page, QueryParameters query) {
        var limit = limit(page, query);
        var cursor = read(request, page, query);
        return new Asked(
                limit,
                cursor == null ? Optional.empty() : cursor.after().stream().findFirst());
    }

    /** The header Link for the next page of a list that always shows the current state; empty if there is none. */
    public <R> Optional<String> next(HttpServerRequest request, Asked asked, List<R> fetched, Function<R, Object> key) {
        if (fetched.size() <= asked.limit()) {
            return Optional.empty();
        }
        var last = key.apply(fetched.get(asked.limit() - 1)).toString();
        return Optional.of(link(request, Cursor.ofLatest(question(request), List.of(last))));
    }

    /** The header Link for the page after that key, for a list as of a point in time. */
    String next(HttpServerRequest request, PointInTime point, List<String> after) {
        return link(request, new Cursor(point.knownAt().position(), point.validAt(), question(request), after));
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

    /** The same number for all ways in which clients may encode the question. */
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
