package org.zoneregistry.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.tracing.Traces;

/** The traceparent header (W3C Trace Context, 3.2.2). */
public final class TraceParent {

    /** The header's name. */
    public static final String NAME = "traceparent";

    private static final Pattern FORM = Pattern.compile("(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})"
            + "-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<more>-.*)?");

    private TraceParent() {}

    /** The id of the trace of a request: that of the caller, or else that which the registry has begun for it. */
    public static @Nullable String traceId(HttpServerRequest request) {
        String given = traceId(request.getHeader(NAME));
        return given == null ? Traces.currentId() : given;
    }

    /** The id of the trace; null if the header is absent or malformed, which the standard treats as absent. */
    static @Nullable String traceId(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var parent = FORM.matcher(header);
        if (!parent.matches() || ("00".equals(parent.group("version")) && parent.group("more") != null)) {
            return null;
        }
        return parent.group("trace");
    }
}
