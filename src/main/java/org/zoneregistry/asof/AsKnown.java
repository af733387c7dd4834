package org.zoneregistry.asof;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;

/** The parameters of a read that has a recorded time but no valid time; for {@code @BeanParam}. */
@RegisterForReflection
public class AsKnown {

    @RestQuery("knownAt")
    @Parameter(
            description =
                    "What the registry knew then: an instant (RFC 3339) or a position of the log. Default: the latest.",
            schema = @Schema(type = SchemaType.STRING),
            example = "2026-11-23T22:40:23.123456Z")
    public @Nullable String knownAt;

    @RestHeader(Reads.ACCEPT_DATETIME)
    @Parameter(
            description = "Used in place of knownAt if that is absent. A time in the future means the latest state (RFC"
                    + " 7089).",
            schema = @Schema(type = SchemaType.STRING),
            example = "Mon, 23 Nov 2026 22:40:23 GMT")
    public @Nullable String acceptDatetime;

    @RestHeader(Reads.MIN_POSITION)
    @Parameter(
            description = "Waits, at most 5 s, until the answer includes this position: to read one's own writes.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"),
            example = "412")
    public @Nullable String minPosition;

    /** The request that the parameters belong to. */
    @Context
    public RoutingContext request;

    private static final String BASIS = AsKnown.class.getName() + ".basis";

    private @Nullable Basis basis;
    private boolean hasMementos = true;

    /** For quarkus-rest, which sets the fields. */
    @SuppressWarnings("NullAway.Init") // the fields are injected
    public AsKnown() {}

    /** The parameters of a request that has its own parameters for the recorded time. It has no mementos. */
    public static AsKnown withoutMementos(RoutingContext request) {
        var asked = new AsKnown();
        asked.request = request;
        asked.hasMementos = false;
        return asked;
    }

    /** Whether the address accepts {@code knownAt}. */
    boolean hasMementos() {
        return hasMementos;
    }

    /** Whether a state of knowledge was requested, and the address has one for each. */
    boolean isOfPast() {
        return hasMementos && (knownAt != null || request.request().getHeader(Reads.ACCEPT_DATETIME) != null);
    }

    /** Notes what the answer is computed from. */
    void noteBasis(Basis from) {
        basis = from;
        request.put(BASIS, from);
    }

    /** Notes that the answer stays the same as long as this is the latest state. */
    void noteLatest(Basis.Latest latest) {
        if (basis != null) {
            noteBasis(basis.with(latest));
        }
    }

    /** What the answer to a request is computed from; null if the request reads nothing at a point in time. */
    static @Nullable Basis basis(RoutingContext request) {
        return request.get(BASIS);
    }

    /**
     * Refuses the answer if the database has lost events since the read began.
     *
     * @param current the era
     */
    void requireStill(long current) {
        if (basis != null && basis.era() != current) {
            throw Problem.of(
                            ProblemType.PROJECTION_BEHIND,
                            "The database was restarted while the answer was computed. Try again in 1 s.")
                    .withHeader("Retry-After", "1")
                    .exception();
        }
    }

    @Nullable
    String validAt() {
        return null;
    }

    boolean hasValidTime() {
        return false;
    }
}
