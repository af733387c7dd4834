package org.zoneregistry.audit.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.http.problem.ProblemException;

/** The latest checkpoint and the keys, over HTTP. */
@Path("/v1/audit")
@Tag(name = "Audit")
public class CheckpointResource {

    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Checkpoints checkpoints;

    CheckpointResource(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * A listed key.
     *
     * @param verifierKey {@code <name>+<id>+<base64>}
     * @param since when it was first used
     * @param current whether the latest checkpoint is signed with it
     */
    @Schema(name = "ListedKey")
    public record KeyRow(String verifierKey, Instant since, boolean current) {}

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getCheckpoint",
            summary = "The latest signed checkpoint",
            description =
                    "A signed note (C2SP signed-note and tlog-checkpoint): the log's origin, how many events it has,"
                            + " and the root of the tree over them. It is at most a second behind the log, and binds"
                            + " the registry for ever.")
    @APIResponse(
            responseCode = "200",
            description = "The checkpoint",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> checkpoint() {
        return latest().map(latest -> text(latest.note()));
    }

    @GET
    @Path("/key")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getVerifierKey",
            summary = "The key to verify the latest checkpoint with",
            description =
                    "A verifier key of Ed25519 (C2SP signed-note): its name, its id, and its bytes in base64. Before"
                            + " you trust it, compare it with a copy from another source.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> key() {
        return latest().map(latest -> text(latest.key() + "\n"));
    }

    @GET
    @Path("/keys")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listVerifierKeys",
            summary = "All keys of signed checkpoints",
            description = "The oldest first. Former keys stay listed.")
    public Uni<RestResponse<List<KeyRow>>> keys() {
        return checkpoints
                .keys()
                .map(keys -> NoStore.answer(keys.stream()
                        .map(key -> new KeyRow(key.key().toString(), key.since(), key.isCurrent()))
                        .toList()));
    }

    private Uni<IssuedCheckpoint> latest() {
        return checkpoints
                .latest()
                .map(found -> found.orElseThrow(() -> ProblemException.of(
                        ProblemType.CHECKPOINT_NOT_FOUND,
                        "Nothing has been signed yet: the log is empty, or the registry has no key.")));
    }

    private static RestResponse<byte[]> text(String text) {
        RestResponse<byte[]> answer = NoStore.answer(text.getBytes(StandardCharsets.UTF_8));
        answer.getHeaders().putSingle("Content-Type", TEXT);
        return answer;
    }
}
