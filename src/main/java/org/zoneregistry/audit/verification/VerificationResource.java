package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.http.problem.ProblemException;

/** Verifications over HTTP. */
@Path("/v1/audit/verifications")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    private static final int LISTED = 50;

    private final Verifications verifications;

    VerificationResource(Verifications verifications) {
        this.verifications = verifications;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "verifyRegistry",
            summary = "Verify the registry against itself",
            description = "Reads the whole log from the database again, and compares it with its columns, its tags, its"
                    + " Merkle tree and every checkpoint that was ever signed; then folds every read model again"
                    + " and compares the rows. While one is running, this answers with that one. The header"
                    + " Location says where to watch it.")
    @APIResponseSchema(value = Verification.class, responseCode = "202", responseDescription = "It is running")
    public Uni<RestResponse<Verification>> start() {
        return verifications.start().map(begun -> NoStore.begun(Verifications.path(begun.id()), begun));
    }

    @GET
    @Operation(
            operationId = "listVerifications",
            summary = "The last verifications",
            description = "The " + LISTED + " latest, the latest first.")
    public Uni<RestResponse<List<Verification>>> list() {
        return verifications.list(LISTED).map(NoStore::answer);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getVerification",
            summary = "A verification and what it has found",
            description =
                    "The first findings of each kind, by position: each says what was expected and what was found, so"
                            + " that the first position at which anything differs is that of the first finding.")
    public Uni<RestResponse<Verification>> get(
            @RestPath
                    @Parameter(
                            description = "The verification, as the header Location names it.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            return Uni.createFrom().failure(missing(id));
        }
        return verifications.find(uuid).map(found -> NoStore.answer(found.orElseThrow(() -> missing(id))));
    }

    private static ProblemException missing(String id) {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "No verification has the id " + id + ". GET /v1/audit/verifications lists them.");
    }
}
