package org.zoneregistry.audit.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.audit.tree.AuditTree;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;

/** The exact bytes of an event, over HTTP. */
@Path("/v1/audit/events/{position}")
@Tag(name = "Audit")
public class LoggedEventResource {

    private final AuditTree tree;
    private final Audit audit;

    LoggedEventResource(AuditTree tree, Audit audit) {
        this.tree = tree;
        this.audit = audit;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLoggedEvent",
            summary = "The exact bytes of an event, as they are hashed",
            description = "Canonical JSON (RFC 8785). The leaf of the tree is SHA-256 of a byte 0 and these bytes.")
    @APIResponse(
            responseCode = "200",
            description = "The event as it is in the log",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<RestResponse<byte[]>> get(
            @RestPath
                    @Parameter(
                            description = "The event's position in the log.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            example = "412")
                    String position) {
        long asked = position(position);
        return tree.event(asked)
                .chain(found -> found.map(bytes -> Uni.createFrom().item(Audit.lasting(bytes)))
                        .orElseGet(() -> audit.head(asked).map(head -> {
                            throw ProblemException.of(
                                    ProblemType.POSITION_NOT_FOUND, "The log ends at position " + head + ".");
                        })));
    }

    private static long position(String text) {
        if (!text.matches("[1-9][0-9]{0,14}")) {
            throw ProblemException.invalid(Violation.path("position", "must be an integer from 1 to " + Audit.MOST));
        }
        return Long.parseLong(text);
    }
}
