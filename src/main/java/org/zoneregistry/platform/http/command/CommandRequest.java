package org.zoneregistry.platform.http.command;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.query.RequestHeaders;

/** What the headers of a command say; for {@code @BeanParam}. */
@RegisterForReflection
public class CommandRequest {

    /** Who sends commands as long as nobody has to say who they are. */
    private static final String ANYBODY = "anonymous";

    private static final String ROLE = "open-access";

    /** By which the same request can be sent again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** In answers: true where it is the outcome of an earlier request with the same key. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,128}");
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    /** As it was sent. */
    @RestHeader(IDEMPOTENCY_KEY)
    @Parameter(
            description =
                    "1 to 128 printable ASCII characters, new for every new request. The same request with the same key is carried"
                            + " out once and answered the same, also after a restart.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128),
            example = "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11")
    public @Nullable String idempotencyKey;

    /** As it was sent. */
    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(
            description = "The ETag of the zone as it was read; the command is refused if the zone has changed since.",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"412-0f343b0931126a20f133d67c2b018a3b\"")
    public @Nullable String ifMatch;

    /** The request itself, where repeated headers can be seen. */
    @Context
    public RoutingContext request;

    /** Made by quarkus-rest, which sets the fields. */
    @SuppressWarnings("NullAway.Init") // the fields are injected
    public CommandRequest() {}

    /**
     * The origin of a command that anybody may send.
     *
     * @throws org.zoneregistry.platform.http.problem.ProblemException {@code validation} if a header is malformed
     */
    public Origin origin() {
        return origin(ANYBODY, ROLE, null);
    }

    /**
     * Who sends the command, and under which conditions.
     *
     * @param source where the knowledge comes from, where known
     * @throws org.zoneregistry.platform.http.problem.ProblemException {@code validation} if a header is malformed
     */
    public Origin origin(String actor, String role, @Nullable String source) {
        var report = new QueryParameters();
        var headers = new RequestHeaders(request.request(), report);
        var key = headers.read(IDEMPOTENCY_KEY, CommandRequest::key);
        var expected = headers.read(HttpHeaders.IF_MATCH, IfMatch::expectedPosition);
        report.check();
        return new Origin(
                actor,
                role,
                UUID.randomUUID().toString(),
                traceId(request.request()),
                key,
                key == null ? null : RequestFingerprint.of(request),
                source,
                expected == null ? null : expected.position());
    }

    /** The origin of the many commands that a file leads to; a key of the request is the file's, not theirs. */
    public static Origin origin(HttpServerRequest file, String source) {
        return new Origin(ANYBODY, ROLE, UUID.randomUUID().toString(), traceId(file), null, null, source, null);
    }

    /** An idempotency key, if the text is one; else throws {@link IllegalArgumentException} with what is wrong. */
    public static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("must have 1 to 128 printable ASCII characters");
        }
        return text;
    }

    private static @Nullable String traceId(HttpServerRequest request) {
        var parent = request.getHeader("traceparent");
        if (parent == null) {
            return null;
        }
        var matcher = TRACE_PARENT.matcher(parent);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
