package org.zoneregistry.http.query;

import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.problem.Violation;

/** Reads header fields like query parameters, and reports their violations together. */
public final class RequestHeaders {

    private static final int ALONE = 1;

    private final HttpServerRequest request;
    private final QueryParameters report;

    /** The headers of a request. Their violations go to the given parameters. */
    public RequestHeaders(HttpServerRequest request, QueryParameters report) {
        this.request = request;
        this.report = report;
    }

    /**
     * A header that can occur once; null if it is absent or was reported. The parser throws as in
     * {@link QueryParameters#read}.
     */
    public <T> @Nullable T read(String name, Function<String, T> parser) {
        return read(name, ALONE, parser);
    }

    /**
     * A header whose value is a list. Several lines are one list (RFC 9110, 5.3). Otherwise like {@link #read(String,
     * Function)}.
     */
    public <T> @Nullable T list(String name, Function<String, T> parser) {
        return read(name, Integer.MAX_VALUE, parser);
    }

    private <T> @Nullable T read(String name, int mostLines, Function<String, T> parser) {
        var lines = request.headers().getAll(name);
        if (lines.isEmpty()) {
            return null;
        }
        try {
            if (lines.size() > mostLines) {
                throw new IllegalArgumentException("must be given only once");
            }
            return parser.apply(String.join(", ", lines).strip());
        } catch (IllegalArgumentException refused) {
            report.violation(
                    Violation.header(name, refused.getMessage() == null ? "is not valid" : refused.getMessage()));
            return null;
        }
    }
}
