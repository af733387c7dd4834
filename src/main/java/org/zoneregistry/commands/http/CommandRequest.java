package org.zoneregistry.commands.http;

import static java.util.Objects.requireNonNullElseGet;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.http.TraceParent;
import org.zoneregistry.http.admission.Admission;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.http.query.RequestHeaders;

/** The headers of a command; for {@code @BeanParam}. */
@RegisterForReflection
public class CommandRequest {

    /** The header with the key under which the same request can be sent again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The header of answers: true if this is the outcome of an earlier request with the same key. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** The header with the id that connects everything that a request causes. Answers have the recorded one. */
    public static final String CORRELATION_ID = "Correlation-Id";

    /** The query parameter with which a command is only tried out. */
    public static final String DRY_RUN = "dryRun";

    private static final Pattern CORRELATION = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,128}");

    @RestHeader(IDEMPOTENCY_KEY)
    @Parameter(
            description =
                    "1 to 128 printable ASCII characters, new for every new request. The same request with the same key"
                            + " is carried out once and answered the same, also after a restart.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128),
            example = "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11")
    public @Nullable String idempotencyKey;

    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(
            description = "The ETag of the zone as it was read. The command is refused if the zone has changed since.",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"412-0f343b0931126a20f133d67c2b018a3b\"")
    public @Nullable String ifMatch;

    @RestHeader(CORRELATION_ID)
    @Parameter(
            description = "Recorded with every event of the request, and returned: 1 to 128 printable ASCII"
                    + " characters without spaces. If it is absent, the registry makes one.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128),
            example = "office-0231-2022-12-000017")
    public @Nullable String correlationId;

    @RestHeader(TraceParent.NAME)
    @Parameter(
            description = "The trace of the request (W3C Trace Context); its id is recorded.",
            schema = @Schema(type = SchemaType.STRING),
            example = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    public @Nullable String traceparent;

    @RestQuery(DRY_RUN)
    @Parameter(
            description = "With true, the command is decided and nothing is recorded: the answer is 200 with"
                    + " dryRun, position and events, or the problem that the command would be refused with. An"
                    + " Idempotency-Key has no effect then.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public @Nullable String dryRun;

    /** The request, which shows repeated headers, too. */
    @Context
    public RoutingContext request;

    /** For quarkus-rest, which sets the fields. */
    @SuppressWarnings("NullAway.Init") // the fields are injected
    public CommandRequest() {}

    /**
     * Sends a command, or only tries it out if the request says so. Both need the same permissions: check the limits of
     * the caller before this call.
     *
     * @param answer makes the answer from the outcome
     */
    public Uni<RestResponse<CommandOutcome>> send(
            Commands commands, Object command, Function<Outcome, Uni<RestResponse<CommandOutcome>>> answer) {
        return send(commands, command, UnaryOperator.identity(), answer);
    }

    /**
     * Like {@link #send(Commands, Object, Function)}, with a check of the origin.
     *
     * @param checked refuses an origin that is not allowed for the command
     */
    public Uni<RestResponse<CommandOutcome>> send(
            Commands commands,
            Object command,
            UnaryOperator<Origin> checked,
            Function<Outcome, Uni<RestResponse<CommandOutcome>>> answer) {
        Granted granted = Granted.of(request);
        Origin origin = checked.apply(origin(granted.caller().actor(), granted.roleName(), null));
        return isDryRun()
                ? Admission.toItsEnd(request, commands.tryOut(command, origin)).map(CommandAnswers::tried)
                : Admission.toItsEnd(request, commands.send(command, origin)).flatMap(answer::apply);
    }

    private boolean isDryRun() {
        var report = new QueryParameters();
        Boolean asked = report.read(DRY_RUN, dryRun, CommandRequest::truth);
        report.check();
        return asked != null && asked;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    /**
     * Who sends the command, and under which conditions.
     *
     * @param source where the knowledge comes from, if known
     * @throws org.zoneregistry.http.problem.ProblemException {@code validation} if a header is malformed
     */
    public Origin origin(String actor, String role, @Nullable String source) {
        var report = new QueryParameters();
        var headers = new RequestHeaders(request.request(), report);
        var key = headers.read(IDEMPOTENCY_KEY, CommandRequest::key);
        var expected = headers.list(HttpHeaders.IF_MATCH, IfMatch::expectedPosition);
        var correlationId = correlationId(request.request(), headers);
        report.check();
        return new Origin(
                actor,
                role,
                correlationId,
                TraceParent.traceId(request.request()),
                key,
                key == null ? null : RequestFingerprint.of(request, actor),
                source,
                expected == null ? null : expected.position());
    }

    /**
     * The origin of all commands from a file. The request's idempotency key belongs to the file, not to the commands.
     *
     * @param headers those of the request; violations are reported there
     */
    public static Origin origin(RoutingContext routing, RequestHeaders headers) {
        HttpServerRequest file = routing.request();
        Granted granted = Granted.of(routing);
        return new Origin(
                granted.caller().actor(),
                granted.roleName(),
                correlationId(file, headers),
                TraceParent.traceId(file),
                null,
                null,
                null,
                null);
    }

    /** An idempotency key, if the text is one. Otherwise throws {@link IllegalArgumentException} with the reason. */
    public static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("must have 1 to 128 printable ASCII characters");
        }
        return text;
    }

    /** The correlation id from the client, or that of the answer, which the front door has made. */
    private static String correlationId(HttpServerRequest request, RequestHeaders headers) {
        String given = headers.read(CORRELATION_ID, text -> {
            if (!CORRELATION.matcher(text).matches()) {
                throw new IllegalArgumentException("must have 1 to 128 printable ASCII characters without spaces");
            }
            return text;
        });
        String id = given == null ? request.response().headers().get(CORRELATION_ID) : given;
        return requireNonNullElseGet(id, () -> UUID.randomUUID().toString());
    }
}
