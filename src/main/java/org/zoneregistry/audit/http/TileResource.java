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
import org.zoneregistry.audit.merkle.Tile;
import org.zoneregistry.audit.tree.AuditTree;
import org.zoneregistry.audit.tree.BeyondTreeException;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;

/** The tree's tiles, and bundles of events, over HTTP, by the C2SP specification tlog-tiles. */
@Path("/v1/audit/tile")
@Tag(name = "Audit")
public class TileResource {

    private static final String INDEX =
            "The tile: x001/x234/067 is the 1,234,068th, with .p/ and its width if it isn't full.";

    private final AuditTree tree;

    TileResource(AuditTree tree) {
        this.tree = tree;
    }

    @GET
    @Path("/{level}/{index: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "getTile",
            summary = "A tile of the Merkle tree",
            description = "Up to 256 hashes of 32 bytes, one after the other (C2SP tlog-tiles).")
    @APIResponse(
            responseCode = "200",
            description = "The hashes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<byte[]>> tile(
            @RestPath
                    @Parameter(
                            description = "The level of tiles; 0 has the hashes of the events.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "63"),
                            example = "0")
                    String level,
            @RestPath @Parameter(description = INDEX, schema = @Schema(type = SchemaType.STRING), example = "000.p/12")
                    String index) {
        return found(tree.tile(parse(level(level), index))).map(Audit::lasting);
    }

    @GET
    @Path("/entries/{index: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "getEntryBundle",
            summary = "Up to 256 events, as they are hashed",
            description =
                    "Each as its length in two bytes, high byte first, and its bytes (C2SP tlog-tiles). If one has more"
                            + " than 65,535 bytes there is no such bundle; its events are available one by one.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<byte[]>> entries(
            @RestPath @Parameter(description = INDEX, schema = @Schema(type = SchemaType.STRING), example = "000.p/12")
                    String index) {
        Tile entries = parse(0, index);
        return found(tree.entries(entries))
                .map(events -> EntryBundle.of(entries, events))
                .map(Audit::lasting);
    }

    private static <T> Uni<T> found(Uni<T> answer) {
        return answer.onFailure(BeyondTreeException.class)
                .transform(
                        beyond -> ProblemException.of(ProblemType.TILE_NOT_FOUND, String.valueOf(beyond.getMessage())));
    }

    private static int level(String text) {
        if (!text.matches("[0-9]|[1-5][0-9]|6[0-3]")) {
            throw ProblemException.invalid(Violation.path("level", "must be an integer from 0 to 63"));
        }
        return Integer.parseInt(text);
    }

    private static Tile parse(int level, String index) {
        try {
            return Tile.parse(level, index);
        } catch (IllegalArgumentException none) {
            throw ProblemException.invalid(Violation.path("index", String.valueOf(none.getMessage())));
        }
    }
}
